import MarkupText
import SolutionModel
import SourceText

/// Draws the place of a message with the line of the model and carets below it.
struct ExcerptPainter {
  let ink: TerminalInk
  let width: Int
  private let files: [String: SourceFile]

  init(files: [SourceFile], ink: TerminalInk, width: Int) {
    self.ink = ink
    self.width = width
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The arrow line with the place, then the excerpt where the file is known.
  func lines(for location: SourceLocation, level: Level, label: String = "") -> [String] {
    let file = files[location.path]
    let excerpt = file.flatMap { Excerpt(of: location, in: $0, width: max(40, width - 10)) }
    let gutter = String(excerpt?.lines.last?.number ?? 1).count
    let margin = String(repeating: " ", count: gutter)
    var lines = ["\(margin)\(ink.frame("-->")) \(TerminalText.plain(location.description))"]
    guard let excerpt else { return lines }
    lines.append("\(margin) \(ink.frame("|"))")
    for line in excerpt.lines {
      let number = String(line.number)
      let padding = String(repeating: " ", count: gutter - number.count)
      lines.append("\(ink.frame("\(padding)\(number) |")) \(line.text)")
      guard line.number == location.range.start.line else { continue }
      let carets = String(repeating: "^", count: excerpt.caretCount)
      let words = label.isEmpty ? carets : carets + " " + TerminalText.plain(label)
      let indent = String(repeating: " ", count: excerpt.caretColumn)
      lines.append("\(margin) \(ink.frame("|")) \(indent)\(ink.level(level, words))")
    }
    return lines
  }
}
