/// Two names with an arrow between them, as in `shop -> billing`, with their places in the text.
struct Arrow {
  struct End: Hashable {
    let text: String
    /// In Unicode scalars.
    let range: Range<Int>
  }

  let source: End
  let destination: End
  /// What tells a link from its twins, behind a `~`; nil where the text has none.
  let twin: String?

  /// Fails for a text without an arrow, or with more than one.
  init?(_ text: String) {
    guard let parts = ArrowParts(text.utf8.span) else { return nil }
    source = Self.end(of: text, parts.source)
    destination = Self.end(of: text, parts.destination)
    twin = parts.twin.map { Self.end(of: text, $0).text }
  }

  /// Whether both ends have a name.
  var isWhole: Bool { !source.text.isEmpty && !destination.text.isEmpty }

  private static func end(of text: String, _ part: Range<Int>) -> End {
    let scalars = text.utf8.span.scalarRange(of: part)
    return End(text: text.part(part), range: scalars)
  }
}

/// Where the parts of an arrow notation stand in the bytes of a text, without the spaces around them.
struct ArrowParts {
  let source: Range<Int>
  let destination: Range<Int>
  let twin: Range<Int>?

  /// Fails for a text without an arrow, or with more than one.
  init?(_ bytes: Span<UInt8>) {
    guard let arrow = bytes.arrow(from: 0), bytes.arrow(from: arrow + 2) == nil else { return nil }
    var end = arrow + 2
    while end < bytes.count, bytes[end] != UInt8(ascii: "~") { end += 1 }
    source = bytes.withoutSpaces(0..<arrow)
    destination = bytes.withoutSpaces(arrow + 2..<end)
    twin = end < bytes.count ? bytes.withoutSpaces(end + 1..<bytes.count) : nil
  }

  /// Whether both ends have a name, and nothing tells the link from twins.
  var isPlain: Bool { !source.isEmpty && !destination.isEmpty && twin == nil }
}

extension String {
  /// Whether an arrow stands in it.
  var hasArrow: Bool { utf8.span.arrow(from: 0) != nil }

  /// The part between two bytes.
  func part(_ bytes: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: bytes.count)])
  }
}

extension Span<UInt8> {
  /// Where the next `->` begins.
  func arrow(from start: Int) -> Int? {
    var place = start
    while place + 1 < count {
      if self[place + 1] == UInt8(ascii: ">"), self[place] == UInt8(ascii: "-") { return place }
      place += 1
    }
    return nil
  }

  /// A range of bytes in Unicode scalars.
  func scalarRange(of bytes: Range<Int>) -> Range<Int> {
    let start = scalarCount(in: 0..<bytes.lowerBound)
    return start..<start + scalarCount(in: bytes)
  }

  fileprivate func withoutSpaces(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  private func scalarCount(in bytes: Range<Int>) -> Int {
    var count = 0
    for place in bytes where self[place] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
