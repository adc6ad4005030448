/// Breaks text into lines no wider than there is room for.
///
/// Lines come out about equally long. A break stands at a space, after a hyphen or slash, or between
/// East Asian signs; only a word that fills a line by itself is broken elsewhere: after `_`, `.` and
/// `:`, before a capital that follows a small letter, and at last between any two signs. No hyphen is
/// added, so that names can be searched for and copied.
public struct TextWrapping: Sendable {
  public let style: TextStyle
  /// In pixels.
  public let width: Double
  /// What is over is cut off, with an ellipsis; the least is 1.
  public let maximumLines: Int

  public init(_ style: TextStyle, width: Double, maximumLines: Int = 24) {
    self.style = style
    self.width = width
    self.maximumLines = max(1, maximumLines)
  }

  /// - Complexity: O(n) in the length of the text, which is read no further than the lines allow.
  public func lines(of text: String) -> [TextLine] {
    let clean = PictureText.clean(text, limit: maximumLines * 400)
    guard !clean.isEmpty else { return [] }
    let words = Words(clean, style: style, width: width)
    let loose = words.lines(width: width)
    var ranges = loose
    if loose.count > maximumLines {
      ranges = Array(loose.prefix(maximumLines))
    } else if loose.count > 1 {
      ranges = words.balanced(lineCount: loose.count, width: width)
    }
    var lines = ranges.map { LabelMetrics.line(words.text(of: $0), style) }
    if loose.count > maximumLines, let last = lines.popLast() {
      lines.append(ellipsis(after: last.text))
    }
    return lines
  }

  /// Lines of several texts, as many on a line as fit with a dot between; a text that is too long for
  /// a line has lines of its own.
  ///
  /// - Complexity: O(n) in the length of the texts.
  public func lines(ofParts texts: [String]) -> [TextLine] {
    var rows: [String] = []
    for text in texts.map({ PictureText.clean($0, limit: maximumLines * 400) }) where !text.isEmpty
    {
      let joined = rows.last.map { $0 + Self.separator + text } ?? text
      if !rows.isEmpty, LabelMetrics.width(of: joined, in: style) <= width {
        rows[rows.count - 1] = joined
      } else {
        rows.append(text)
      }
    }
    return Array(rows.flatMap(lines).prefix(maximumLines))
  }

  private static let separator = " · "

  /// Whether a text takes at most `lines` lines, with no word broken inside.
  ///
  /// - Complexity: O(n) in the length of the text.
  func fits(_ text: String, lines: Int) -> Bool {
    let clean = PictureText.clean(text, limit: lines * 400)
    guard !clean.isEmpty else { return true }
    let words = Words(clean, style: style, width: width)
    return !words.hasBrokenWord && words.lines(width: width).count <= lines
  }

  /// The start of a text with an ellipsis that still fits.
  private func ellipsis(after text: String) -> TextLine {
    var kept = Substring(text)
    while true {
      while kept.last?.isWhitespace == true { kept.removeLast() }
      let line = LabelMetrics.line(kept + "…", style)
      if line.width <= width || kept.isEmpty { return line }
      kept.removeLast()
    }
  }
}

/// A text cut where a line may break.
private struct Words {
  /// What stays together on a line.
  private struct Word {
    var range: Range<String.Index>
    var width: Double
    var followsSpace: Bool
  }

  private let text: String
  private let spaceWidth: Double
  private var words: [Word] = []
  /// Whether a word was too wide for a line.
  private(set) var hasBrokenWord = false

  init(_ text: String, style: TextStyle, width: Double) {
    self.text = text
    spaceWidth = LabelMetrics.width(of: " ", in: style)
    for word in Self.split(text[...], by: BreakRule.usual) {
      let extent = LabelMetrics.width(of: text[word.range], in: style)
      if extent <= width {
        words.append(Word(range: word.range, width: extent, followsSpace: word.followsSpace))
      } else {
        hasBrokenWord = true
        appendPieces(of: word, style: style, width: width)
      }
    }
  }

  func text(of line: Range<Int>) -> Substring {
    text[words[line.lowerBound].range.lowerBound..<words[line.upperBound - 1].range.upperBound]
  }

  /// As many words on each line as fit; a word that does not fit stands alone.
  func lines(width: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var filled = 0.0
    for (place, word) in words.enumerated() {
      let extent = word.width + (word.followsSpace ? spaceWidth : 0)
      if place > start, filled + extent > width {
        lines.append(start..<place)
        start = place
      }
      filled = place == start ? word.width : filled + extent
    }
    lines.append(start..<words.count)
    return lines
  }

  /// The narrowest lines of which there are no more than `lineCount`.
  func balanced(lineCount: Int, width: Double) -> [Range<Int>] {
    var narrow = words.reduce(0) { max($0, $1.width) }
    var wide = width
    var best = lines(width: width)
    for _ in 0..<7 where wide - narrow > 2 {
      let middle = (narrow + wide) / 2
      let lines = lines(width: middle)
      if lines.count <= lineCount {
        best = lines
        wide = middle
      } else {
        narrow = middle
      }
    }
    return best
  }

  private mutating func appendPieces(
    of word: (range: Range<String.Index>, followsSpace: Bool), style: TextStyle, width: Double
  ) {
    var followsSpace = word.followsSpace
    for piece in Self.split(text[word.range], by: BreakRule.withinWord) {
      let extent = LabelMetrics.width(of: text[piece.range], in: style)
      let parts =
        extent <= width ? [piece.range] : evenParts(of: piece.range, extent, style, width)
      for part in parts {
        words.append(
          Word(
            range: part, width: LabelMetrics.width(of: text[part], in: style),
            followsSpace: followsSpace))
        followsSpace = false
      }
    }
  }

  /// Cuts a run without any place to break into parts of about the same width.
  private func evenParts(
    of range: Range<String.Index>, _ extent: Double, _ style: TextStyle, _ width: Double
  ) -> [Range<String.Index>] {
    // One part more than fits exactly, since signs differ in width.
    let share = min(width, extent / (extent / (width * 0.9)).rounded(.up))
    var parts: [Range<String.Index>] = []
    var start = range.lowerBound
    var filled = 0.0
    for index in text[range].indices {
      let sign = LabelMetrics.width(of: String(text[index]), in: style)
      if index > start, filled + sign > share {
        parts.append(start..<index)
        start = index
        filled = 0
      }
      filled += sign
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private static func split(
    _ text: Substring, by allows: (Character, Character) -> Bool
  ) -> [(range: Range<String.Index>, followsSpace: Bool)] {
    var pieces: [(range: Range<String.Index>, followsSpace: Bool)] = []
    var start = text.startIndex
    var followsSpace = false
    var previous: Character?
    for index in text.indices {
      let sign = text[index]
      if sign == " " {
        if start < index { pieces.append((start..<index, followsSpace)) }
        start = text.index(after: index)
        followsSpace = true
        previous = nil
        continue
      }
      if let previous, allows(previous, sign) {
        pieces.append((start..<index, followsSpace))
        start = index
        followsSpace = false
      }
      previous = sign
    }
    if start < text.endIndex { pieces.append((start..<text.endIndex, followsSpace)) }
    return pieces
  }
}
