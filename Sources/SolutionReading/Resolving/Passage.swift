import SourceText
import YAMLSyntax

/// A place where a text describes something: the key that names it and what stands under it.
struct Passage: Sendable {
  /// The place of the file among the files of the model.
  let file: Int
  /// For an item of a list, the item itself.
  let key: YAMLNode
  let value: YAMLNode
  /// Whether it stands under `extend`.
  var isExtension = false
}

extension YAMLNode {
  /// The place of a part of a scalar's text, in Unicode scalars; the place of all of it where the
  /// text is not written as it reads.
  func range(of part: Range<Int>) -> SourceRange {
    let whole = range
    let margin: Int
    switch style {
    case .plain: margin = 0
    case .singleQuoted, .doubleQuoted: margin = 1
    case .literal, .folded: return whole
    }
    guard whole.start.line == whole.end.line,
      whole.end.column - whole.start.column == text.unicodeScalars.count + 2 * margin
    else { return whole }
    func position(_ offset: Int) -> SourcePosition {
      SourcePosition(line: whole.start.line, column: whole.start.column + margin + offset)
    }
    return SourceRange(start: position(part.lowerBound), end: position(part.upperBound))
  }

  /// The value of the first entry with a key.
  func value(of key: String) -> YAMLNode? { entry(reading: key)?.value }
}

extension String {
  /// For messages: in single quotes, and fit to be shown.
  var quoted: String { "'\(shown)'" }

  /// Cut to a readable length, without anything that a terminal could take for a command.
  var shown: String {
    var shown = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 60 {
        shown.append("…")
        break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        shown.unicodeScalars.append(scalar == "\n" ? " " : "·")
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
