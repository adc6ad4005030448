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

  static let options = [
    OptionSpec(
      "format", short: "f", .word(FigureFormat.allCases.map(\.rawValue)), "how to write it",
      defaultText: "by the ending of -o, else text"),
    OptionSpec(
      "output", short: "o", .text(placeholder: "FILE"), "where to write it",
      defaultText: "standard output"),
    OptionSpec("all", short: "a", .flag, "show all rows of the tables"),
  ]

  init(_ arguments: ParsedArguments) {
    let asked = arguments.value("output")
    file = asked == "-" ? nil : asked
    let format = arguments.value("format").flatMap(FigureFormat.init)
    self.format = format ?? file.flatMap(Self.format) ?? .text
    showsAll = arguments.has("all")
  }

  func write(_ report: FigureReport, on machine: Machine, _ manners: Manners) throws {
    try write(on: machine, manners) { report.render(as: format, on: $0, showsAll: showsAll) }
  }

  func write(_ sheet: FigureSheet, on machine: Machine, _ manners: Manners) throws {
    try write(on: machine, manners) { sheet.render(as: format, on: $0, showsAll: showsAll) }
  }

  private func write(
    on machine: Machine, _ manners: Manners, _ render: (FigureMedium) -> String
  ) throws {
    guard let file else {
      let medium = FigureMedium(isColored: manners.colorsOutput, width: manners.width)
      return manners.result(render(medium))
    }
    let text = render(.file)
    try machine.files.write(Array(text.utf8), to: file)
    manners.tell("wrote \(TerminalText.plain(file))")
  }

  private static func format(of file: String) -> FigureFormat? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let ending = String(file[file.index(after: dot)...])
    return ending == "md" ? .markdown : FigureFormat(rawValue: ending)
  }
}
