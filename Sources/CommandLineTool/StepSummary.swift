import FindingReports
import MachinePorts

/// The page that GitHub Actions shows for a step, beside the few annotations that it allows.
enum StepSummary {
  /// GitHub refuses more than a mebibyte a step.
  private static let mostBytes = 1_000_000

  /// Adds the review to the page, when the machine has one.
  static func append(_ report: Report, on machine: Machine) throws {
    guard let path = machine.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    var bytes = (try? machine.files.bytes(at: path, limit: mostBytes)) ?? []
    bytes += Array(MarkdownReport().render(report, on: .file).utf8)
    if bytes.count > mostBytes {
      let note = "\n\nThe rest does not fit into a summary.\n"
      var end = mostBytes - note.utf8.count
      // Not in the middle of a line, so that no character and no table row is cut.
      while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
      bytes = Array(bytes[..<end]) + Array(note.utf8)
    }
    try machine.files.write(bytes, to: path)
  }
}
