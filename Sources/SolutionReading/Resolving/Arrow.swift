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
    let scalars = Array(text.unicodeScalars)
    var arrow: Int?
    for place in scalars.indices.dropLast() where scalars[place] == "-" && scalars[place + 1] == ">"
    {
      guard arrow == nil else { return nil }
      arrow = place
    }
    guard let arrow else { return nil }
    let tilde = scalars[(arrow + 2)...].firstIndex(of: "~")
    source = Self.end(of: scalars, in: 0..<arrow)
    destination = Self.end(of: scalars, in: arrow + 2..<(tilde ?? scalars.count))
    twin = tilde.map { Self.end(of: scalars, in: $0 + 1..<scalars.count).text }
  }

  private static func end(of scalars: [Unicode.Scalar], in range: Range<Int>) -> End {
    var range = range
    while let first = range.first, scalars[first] == " " { range = range.dropFirst() }
    while let last = range.last, scalars[last] == " " { range = range.dropLast() }
    return End(text: String(String.UnicodeScalarView(scalars[range])), range: range)
  }
}
