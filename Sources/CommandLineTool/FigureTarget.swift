import ArgumentGrammar
import FigureReports
import MachinePorts
import MarkupText

/// Where figures go, and as what.
struct FigureTarget {
  let format: FigureFormat
  /// Nil means standard output.
  let file: String?
  let showsAll: Bool

  init(_ arguments: ParsedArguments) {
    let asked = arguments.value("output")
    file = asked == "-" ? nil : asked
    let format = arguments.value("format").flatMap(FigureFormat.init)
    self.format = format ?? file.flatMap(Self.format) ?? .text
    showsAll = arguments.has("all")
  }

  func write(_ report: FigureReport, on machine: Machine, _ manners: Manners) throws {
    guard let file else {
      let medium = FigureMedium(isColored: manners.colorsOutput, width: manners.width)
      manners.result(report.render(as: format, on: medium, showsAll: showsAll))
      return
    }
    let text = report.render(as: format, showsAll: showsAll)
    try machine.files.write(Array(text.utf8), to: file)
    manners.tell("wrote \(TerminalText.plain(file))")
  }

  private static func format(of file: String) -> FigureFormat? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let ending = String(file[file.index(after: dot)...])
    return ending == "md" ? .markdown : FigureFormat(rawValue: ending)
  }
}
