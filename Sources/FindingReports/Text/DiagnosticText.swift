import MarkupText
import SolutionModel
import SourceText

/// What is wrong with the text of a model, for a terminal.
struct DiagnosticText {
  let painter: ExcerptPainter

  func lines(_ diagnostic: Diagnostic) -> [String] {
    let level: Level = diagnostic.severity == .error ? .error : .warning
    let head = painter.ink.level(level, "\(diagnostic.severity.rawValue)[\(diagnostic.id)]")
    var lines = ["\(head): \(painter.ink.bold(TerminalText.plain(diagnostic.message)))"]
    lines += painter.lines(for: diagnostic.location, level: level, label: diagnostic.label)
    for note in diagnostic.notes {
      lines.append("  = note: \(TerminalText.plain(note.message))")
      if let location = note.location { lines += painter.lines(for: location, level: .note) }
    }
    lines += diagnostic.help.map { "  = help: \(TerminalText.plain($0))" }
    return lines
  }
}
