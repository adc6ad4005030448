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
    let bytes = text.utf8
    guard let arrow = bytes.firstArrow, bytes[arrow...].dropFirst(2).firstArrow == nil else {
      return nil
    }
    let behind = bytes.index(arrow, offsetBy: 2)
    let tilde = bytes[behind...].firstIndex(of: UInt8(ascii: "~"))
    source = Self.end(of: text, text.startIndex..<arrow)
    destination = Self.end(of: text, behind..<(tilde ?? text.endIndex))
    twin = tilde.map { Self.end(of: text, bytes.index(after: $0)..<text.endIndex).text }
  }

  /// Whether both ends have a name.
  var isWhole: Bool { !source.text.isEmpty && !destination.text.isEmpty }

  private static func end(of text: String, _ range: Range<String.Index>) -> End {
    let space = UInt8(ascii: " ")
    var part = text.utf8[range]
    while part.first == space { part = part.dropFirst() }
    while part.last == space { part = part.dropLast() }
    let word = text[part.startIndex..<part.endIndex]
    let start = text.unicodeScalars.distance(from: text.startIndex, to: part.startIndex)
    return End(text: String(word), range: start..<start + word.unicodeScalars.count)
  }
}

extension String {
  /// Whether an arrow stands in it.
  var hasArrow: Bool { utf8.firstArrow != nil }
}

extension BidirectionalCollection<UInt8> {
  /// Where `->` begins.
  fileprivate var firstArrow: Index? {
    var last: UInt8 = 0
    for place in indices {
      if self[place] == UInt8(ascii: ">"), last == UInt8(ascii: "-") { return index(before: place) }
      last = self[place]
    }
    return nil
  }
}
