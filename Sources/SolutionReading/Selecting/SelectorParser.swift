import SolutionModel
import SourceText

/// Reads the one selector language of views, waivers and queries.
///
///     selector   = "*" | predicate | side | "->" side | side "->" | "->" side "->" | side "->" side
///     side       = name | name ".*" | name ".**" | "*" | "(" predicate ")"
///     predicate  = conjunction { "or" conjunction }
///     conjunction = condition { "and" condition }
///     condition  = "not" condition | "(" predicate ")" | "has" key
///                | key comparison value | key "in" "[" value { "," value } "]"
struct SelectorParser {
  /// A mistake, with its place in the text in Unicode scalars.
  struct Mistake: Error {
    let message: String
    let range: Range<Int>
    var help: [String] = []
  }

  /// Every notation with what it chooses, for the reference page.
  static let notations: [(selector: String, meaning: String)] = [
    ("shop", "the element"), ("commerce.shop", "the element, by as much of its path as it takes"),
    ("commerce.*", "what lies directly inside it"),
    ("commerce.**", "what lies inside it, at any depth"),
    ("-> shop", "what uses it"), ("shop ->", "what it uses"), ("-> shop ->", "both"),
    ("shop -> billing", "the links from one to the other"), ("*", "everything"),
    ("type = web and zone = dmz", "what fits the condition; also `!=`, `<`, `<=`, `>`, `>=`"),
    ("tag in [pci, gdpr]", "what has one of the values"),
    ("has timeout", "what says anything under the key"),
    ("not (kind = store or external = true)", "`not`, `and`, `or` and parentheses"),
  ]

  private let tokens: [SelectorToken]
  private let end: Int
  private var next = 0
  private var depth = 0

  /// Deeper parentheses say nothing that a reader could follow.
  private static let deepest = 16

  init(_ text: String) {
    tokens = SelectorToken.tokens(of: text)
    end = text.unicodeScalars.count
  }

  /// What the text asks for, with the names as they are written.
  mutating func parse() throws(Mistake) -> SelectorDraft {
    guard !tokens.isEmpty else { throw Mistake(message: "a selector is not empty", range: 0..<end) }
    let draft = try selector()
    if let token = current { throw unexpected(token) }
    return draft
  }

  private var current: SelectorToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ kind: SelectorToken.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    next += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard current?.bareWord == word else { return false }
    next += 1
    return true
  }

  private mutating func selector() throws(Mistake) -> SelectorDraft {
    if take(.arrow) {
      let side = try side()
      return take(.arrow) ? .neighbours(side) : .incoming(side)
    }
    if isPredicate { return .predicate(try predicate()) }
    let side = try side()
    guard take(.arrow) else { return side }
    return current == nil ? .outgoing(side) : .links(side, try self.side())
  }

  /// Whether what follows is a condition and not the name of an element: a parenthesis counts as
  /// one, unless an arrow stands behind it.
  private var isPredicate: Bool {
    let following = next + 1 < tokens.count ? tokens[next + 1] : nil
    switch current?.kind {
    case .openParenthesis: return !tokens.contains { $0.kind == .arrow }
    case .word(let word, isQuoted: false):
      if word == "not" { return following != nil && following?.kind != .arrow }
      if word == "has" { return following?.bareWord != nil }
      if case .comparison = following?.kind { return true }
      return following?.bareWord == "in"
    default: return false
    }
  }

  private mutating func side() throws(Mistake) -> SelectorDraft {
    guard let token = current else {
      throw Mistake(message: "the name of an element is missing here", range: end..<end)
    }
    if take(.openParenthesis) {
      let inner = try nested { (parser: inout Self) throws(Mistake) in try parser.predicate() }
      try expect(.closeParenthesis, "a closing parenthesis")
      return .predicate(inner)
    }
    guard let word = token.bareWord else { throw unexpected(token) }
    next += 1
    let range = token.range
    if word == "*" { return .everything }
    if word.hasSuffix(".**") {
      return .descendants(.init(String(word.dropLast(3)), range.lowerBound..<range.upperBound - 3))
    }
    if word.hasSuffix(".*") {
      return .children(.init(String(word.dropLast(2)), range.lowerBound..<range.upperBound - 2))
    }
    return .element(.init(word, range))
  }

  private mutating func predicate() throws(Mistake) -> PredicateDraft {
    var left = try conjunction()
    while takeWord("or") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(Mistake) -> PredicateDraft {
    var left = try condition()
    while takeWord("and") { left = .and(left, try condition()) }
    return left
  }

  private mutating func condition() throws(Mistake) -> PredicateDraft {
    if takeWord("not") {
      return .not(try nested { (parser: inout Self) throws(Mistake) in try parser.condition() })
    }
    if take(.openParenthesis) {
      let inner = try nested { (parser: inout Self) throws(Mistake) in try parser.predicate() }
      try expect(.closeParenthesis, "a closing parenthesis")
      return inner
    }
    if current?.bareWord == "has", next + 1 < tokens.count, tokens[next + 1].bareWord != nil {
      next += 1
      return .has(try word("a key"))
    }
    let key = try word("a key")
    if takeWord("in") { return .isOneOf(key, try values()) }
    guard case .comparison(let sign)? = current?.kind,
      let comparison = Predicate.Comparison(rawValue: sign)
    else {
      throw Mistake(
        message: "a comparison is missing here", range: current?.range ?? end..<end,
        help: ["write it as in type = store, or has \(key.text), or \(key.text) in [a, b]"])
    }
    next += 1
    return .compare(key, comparison, try word("a value"))
  }

  private mutating func values() throws(Mistake) -> [SelectorDraft.Name] {
    try expect(.openBracket, "a list in brackets")
    var values = [try word("a value")]
    while take(.comma) { values.append(try word("a value")) }
    try expect(.closeBracket, "a closing bracket")
    return values
  }

  private mutating func word(_ what: String) throws(Mistake) -> SelectorDraft.Name {
    guard let token = current else {
      throw Mistake(message: "\(what) is missing here", range: end..<end)
    }
    guard case .word(let text, _) = token.kind else { throw unexpected(token) }
    next += 1
    return SelectorDraft.Name(text, token.range)
  }

  private mutating func expect(_ kind: SelectorToken.Kind, _ what: String) throws(Mistake) {
    if take(kind) { return }
    throw Mistake(message: "\(what) is missing here", range: current?.range ?? end..<end)
  }

  private mutating func nested(
    _ parse: (inout Self) throws(Mistake) -> PredicateDraft
  ) throws(Mistake) -> PredicateDraft {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Mistake(
        message: "conditions nest at most \(Self.deepest) deep", range: current?.range ?? end..<end)
    }
    return try parse(&self)
  }

  private func unexpected(_ token: SelectorToken) -> Mistake {
    let message =
      switch token.kind {
      case .stray: "this has no meaning in a selector"
      case .word, .arrow, .comparison, .openParenthesis, .closeParenthesis, .openBracket,
        .closeBracket, .comma:
        "this does not belong here in a selector"
      }
    return Mistake(
      message: message, range: token.range,
      help: ["write it as in shop, commerce.**, -> shop ->, shop -> billing, or type = web"])
  }
}
