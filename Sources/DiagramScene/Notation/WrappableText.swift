/// A text cut where a line may break, and measured once, so that it can be tried at several widths.
struct WrappableText {
  /// What stays together on a line.
  private struct Word {
    let range: Range<String.Index>
    let width: Double
    let followsSpace: Bool
  }

  private let text: String
  private let style: TextStyle
  private let words: [Word]
  private let widest: Double
  private let spaceWidth: Double

  /// Cleans the text and reads at most `limit` scalars of it.
  ///
  /// - Complexity: O(n) in the scalars that are read.
  init(_ text: String, _ style: TextStyle, limit: Int = 10_000) {
    let clean = PictureText.clean(text, limit: limit)
    let words = Self.split(clean[...], by: BreakRule.usual).map { piece in
      Word(
        range: piece.range, width: LabelMetrics.width(of: clean[piece.range], in: style),
        followsSpace: piece.followsSpace)
    }
    self.init(clean, style, words)
  }

  private init(_ text: String, _ style: TextStyle, _ words: [Word]) {
    self.text = text
    self.style = style
    self.words = words
    widest = words.reduce(0) { max($0, $1.width) }
    spaceWidth = LabelMetrics.width(of: " ", in: style)
  }

  /// Whether it takes at most `count` lines, with no word broken inside.
  func fits(width: Double, lines count: Int) -> Bool {
    widest <= width && breaks(width: width).count <= count
  }

  /// Lines of about the same length; what is over `maximum` is cut off, with an ellipsis.
  func lines(width: Double, maximum: Int) -> [TextLine] {
    guard !words.isEmpty else { return [] }
    guard widest <= width else {
      return withBrokenWords(width: width).lines(ofFitting: width, maximum: maximum)
    }
    return lines(ofFitting: width, maximum: maximum)
  }

  private func lines(ofFitting width: Double, maximum: Int) -> [TextLine] {
    let loose = breaks(width: width)
    guard loose.count > maximum else {
      guard loose.count > 1 else { return loose.map(line) }
      return topHeavy(balanced(loose, width: width), width: width).map(line)
    }
    var lines = loose.prefix(maximum).map(line)
    if let last = lines.popLast() { lines.append(ellipsis(after: last.text, width: width)) }
    return lines
  }

  private func line(_ run: Range<Int>) -> TextLine {
    let start = words[run.lowerBound].range.lowerBound
    let goesOn = run.upperBound < words.count && !words[run.upperBound].followsSpace
    return LabelMetrics.line(
      text[start..<words[run.upperBound - 1].range.upperBound], style, goesOn: goesOn)
  }

  /// As many words on each line as fit; a word that does not fit stands alone.
  private func breaks(width: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var filled = 0.0
    for place in words.indices {
      let extent = words[place].width + (words[place].followsSpace ? spaceWidth : 0)
      if place > start, filled + extent > width {
        lines.append(start..<place)
        start = place
      }
      filled = place == start ? words[place].width : filled + extent
    }
    if start < words.count { lines.append(start..<words.count) }
    return lines
  }

  /// The narrowest lines of which there are no more.
  private func balanced(_ loose: [Range<Int>], width: Double) -> [Range<Int>] {
    var narrow = widest
    var wide = width
    var best = loose
    while wide - narrow > 3 {
      let middle = (narrow + wide) / 2
      let lines = breaks(width: middle)
      if lines.count <= loose.count {
        best = lines
        wide = middle
      } else {
        narrow = middle
      }
    }
    return best
  }

  /// The same number of lines with more words in the first one, where the last one is the longest.
  private func topHeavy(_ lines: [Range<Int>], width: Double) -> [Range<Int>] {
    guard let first = lines.first, let last = lines.last, extent(of: first) < extent(of: last)
    else { return lines }
    let wider = extent(of: first.lowerBound..<first.upperBound + 1)
    guard wider <= width, wider <= extent(of: last) * 1.25 else { return lines }
    let others = breaks(width: max(wider, lines.reduce(0) { max($0, extent(of: $1)) }))
    return others.count == lines.count ? others : lines
  }

  private func extent(of run: Range<Int>) -> Double {
    run.reduce(0) { sum, place in
      sum + words[place].width
        + (place > run.lowerBound && words[place].followsSpace ? spaceWidth : 0)
    }
  }

  /// The start of a text with an ellipsis that still fits.
  private func ellipsis(after text: String, width: Double) -> TextLine {
    var kept = Substring(text)
    while true {
      while kept.last == " " { kept.removeLast() }
      let line = LabelMetrics.line(kept + "…", style)
      if line.width <= width || kept.isEmpty { return line }
      kept.removeLast()
    }
  }

  /// The same text with the words that are too wide for a line cut into pieces.
  private func withBrokenWords(width: Double) -> Self {
    var pieces: [Word] = []
    for word in words {
      guard word.width > width else {
        pieces.append(word)
        continue
      }
      var followsSpace = word.followsSpace
      for piece in Self.split(text[word.range], by: BreakRule.withinWord) {
        for part in evenParts(of: piece.range, width: width) {
          let extent = LabelMetrics.width(of: text[part], in: style)
          pieces.append(Word(range: part, width: extent, followsSpace: followsSpace))
          followsSpace = false
        }
      }
    }
    return Self(text, style, pieces)
  }

  /// Cuts a run without any place to break into parts of about the same width, if it must be.
  private func evenParts(
    of range: Range<String.Index>, width: Double
  ) -> [Range<String.Index>] {
    let extent = LabelMetrics.width(of: text[range], in: style)
    guard extent > width else { return [range] }
    // Lines are planned a little shorter than they may be, since signs differ in width.
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
    _ text: Substring, by allows: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> [(range: Range<String.Index>, followsSpace: Bool)] {
    var pieces: [(range: Range<String.Index>, followsSpace: Bool)] = []
    var start = text.startIndex
    var followsSpace = false
    var previous: Unicode.Scalar?
    for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
      if scalar == " " {
        if start < index { pieces.append((start..<index, followsSpace)) }
        start = text.unicodeScalars.index(after: index)
        followsSpace = true
        previous = nil
        continue
      }
      if let previous, allows(previous, scalar) {
        pieces.append((start..<index, followsSpace))
        start = index
        followsSpace = false
      }
      previous = scalar
    }
    if start < text.endIndex { pieces.append((start..<text.endIndex, followsSpace)) }
    return pieces
  }
}
