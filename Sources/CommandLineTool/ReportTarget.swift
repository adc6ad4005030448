import FindingReports
import MachinePorts
import MarkupText

/// A report format with the place that it goes to.
struct ReportTarget {
  let format: any ReportFormat.Type
  /// Nil means standard output.
  let file: String?
  /// Whether formats for code hosts tell of waived findings, too.
  let showsWaived: Bool

  /// What `--format` asks for; without one, `full` on a terminal and `concise` elsewhere.
  ///
  /// - Throws: `UsageError` when two formats would share standard output or a file.
  static func targets(
    _ values: [String], showsWaived: Bool = false, _ console: any Console
  ) throws -> [Self] {
    let asked = values.isEmpty ? [console.outputIsTerminal ? "full" : "concise"] : values
    let targets = asked.compactMap { Self($0, showsWaived: showsWaived) }
    let places = targets.map { $0.file ?? "-" }
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw UsageError(
        place == "-"
          ? "two formats cannot both go to standard output" : "two formats go to '\(place)'",
        help: "name a file for each: --format json=findings.json")
    }
    return targets
  }

  private init?(_ value: String, showsWaived: Bool) {
    let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first, let format = ReportCatalog.format(named: name) else { return nil }
    self.format = format
    self.showsWaived = showsWaived
    file = parts.dropFirst().first.flatMap { $0 == "-" ? nil : $0 }
  }

  func write(_ report: Report, on machine: Machine, _ manners: Manners) throws {
    guard let file else {
      let medium = ReportMedium(
        isColored: manners.colorsOutput, width: manners.width, showsWaived: showsWaived)
      manners.result(format.init().render(report, on: medium))
      return
    }
    let text = format.init().render(report, on: .file(showsWaived: showsWaived))
    try machine.files.write(Array(text.utf8), to: file)
    manners.tell("wrote \(TerminalText.plain(file))")
  }
}
