/// A piece of a selector with its place, in Unicode scalars from the start of the text.
struct SelectorToken: Hashable {
  enum Kind: Hashable {
    /// A name, a path, a pattern such as `a.**`, a number with its unit, or a word in quotes.
    case word(String, isQuoted: Bool)
    /// `->`
    case arrow
    case comparison(String)
    case openParenthesis, closeParenthesis, openBracket, closeBracket, comma
    /// A character that no selector has, or a quote that is not closed.
    case stray
  }

  let kind: Kind
  let range: Range<Int>

  /// The text of a word that is not in quotes.
  var bareWord: String? {
    if case .word(let text, isQuoted: false) = kind { text } else { nil }
  }

  /// - Complexity: O(length of the text).
  static func tokens(of text: String) -> [Self] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [Self] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        place += 1
        continue
      }
      let token = token(at: place, in: scalars)
      tokens.append(token)
      place = token.range.upperBound
    }
    return tokens
  }

  private static func token(at start: Int, in scalars: [Unicode.Scalar]) -> Self {
    func next(_ offset: Int = 1) -> Unicode.Scalar? {
      start + offset < scalars.count ? scalars[start + offset] : nil
    }
    func symbol(_ kind: Kind, _ length: Int = 1) -> Self {
      Self(kind: kind, range: start..<start + length)
    }
    switch scalars[start] {
    case "(": return symbol(.openParenthesis)
    case ")": return symbol(.closeParenthesis)
    case "[": return symbol(.openBracket)
    case "]": return symbol(.closeBracket)
    case ",": return symbol(.comma)
    case "-" where next() == ">": return symbol(.arrow, 2)
    case "=": return symbol(.comparison("="), next() == "=" ? 2 : 1)
    case "!" where next() == "=": return symbol(.comparison("!="), 2)
    case "<", ">":
      let sign = String(scalars[start])
      return next() == "=" ? symbol(.comparison(sign + "="), 2) : symbol(.comparison(sign))
    case "'", "\"": return quoted(at: start, in: scalars)
    case let scalar where isWord(scalar): return word(at: start, in: scalars)
    default: return symbol(.stray)
    }
  }

  private static func quoted(at start: Int, in scalars: [Unicode.Scalar]) -> Self {
    guard let end = scalars[(start + 1)...].firstIndex(of: scalars[start]) else {
      return Self(kind: .stray, range: start..<scalars.count)
    }
    let text = String(String.UnicodeScalarView(scalars[start + 1..<end]))
    return Self(kind: .word(text, isQuoted: true), range: start..<end + 1)
  }

  /// A word ends before an arrow, although a name may have hyphens.
  private static func word(at start: Int, in scalars: [Unicode.Scalar]) -> Self {
    var end = start
    while end < scalars.count, isWord(scalars[end]) {
      if scalars[end] == "-", end + 1 < scalars.count, scalars[end + 1] == ">" { break }
      end += 1
    }
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    return Self(kind: .word(text, isQuoted: false), range: start..<end)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ".", "*", "%", "/", ":", "~", "+", "#", "@": true
    default: scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
  }
}
