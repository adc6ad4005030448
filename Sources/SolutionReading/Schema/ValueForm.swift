/// How a value is written.
///
/// The reader takes it, the JSON Schema states it, the reference page shows it and messages name
/// it.
indirect enum ValueForm: Sendable {
  case text(TextForm)
  /// `true` or `false`.
  case flag
  /// One word of a closed vocabulary.
  case word([String])
  case count(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case unit(UnitNotation)
  case reference(Referent)
  case list(of: ValueForm)
  /// A value, or a list of such values.
  case oneOrMore(ValueForm)
  /// A map with known keys. A closure, because records may hold records of their own kind.
  case record(@Sendable () -> RecordForm)
  /// A map whose keys are names.
  case map(keys: TextForm, of: ValueForm)
  case either([ValueForm])

  /// What it is, with its article, for messages: `a duration`.
  var phrase: String {
    switch self {
    case .text(let form): form.phrase
    case .flag: "true or false"
    case .word(let words): words.count <= 6 ? words.joined(by: "or") : "a known word"
    case .count(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound)"
    case .count(let range): "a whole number\(range.phrase)"
    case .number(let range): "a number\(range.phrase)"
    case .unit(let notation): notation.phrase
    case .reference(let referent): "the name of \(referent.phrase)"
    case .list(let form): "a list of \(form.plural)"
    case .oneOrMore(let form): "\(form.phrase) or a list"
    case .record(let record):
      "a map with keys such as \(record().keyNames.prefix(3).joined(by: "or"))"
    case .map(let keys, _): "a map from \(keys.plural)"
    case .either(let forms): forms.map(\.phrase).joined(separator: ", or ")
    }
  }

  /// For lists: `durations`.
  var plural: String {
    switch self {
    case .text(let form): form.plural
    case .flag: "truth values"
    case .word: "words"
    case .count, .number: "numbers"
    case .unit: "values with units"
    case .reference(let referent): "names of \(referent.plural)"
    case .list, .oneOrMore: "lists"
    case .record, .map: "maps"
    case .either(let forms): forms.map(\.plural).joined(separator: " or ")
    }
  }
}

/// Free text, with the rule that it keeps.
struct TextForm: Hashable, Sendable {
  /// With its article, for messages: `a path`.
  let phrase: String
  let plural: String
  /// A regular expression of ECMA-262; nil where any text will do.
  let pattern: String?

  static let plain = Self(phrase: "text", plural: "texts", pattern: nil)
  static let markdown = Self(phrase: "Markdown text", plural: "Markdown texts", pattern: nil)
  static let path = Self(phrase: "a relative path", plural: "relative paths", pattern: nil)
  static let address = Self(
    phrase: "an https, http or mailto address or a relative path", plural: "addresses",
    pattern: nil)
  static let identifier = Self(
    phrase: "an id", plural: "ids", pattern: "^[A-Za-z][A-Za-z0-9_-]*$")
  static let element = Self(
    phrase: "the name of an element", plural: "names of elements", pattern: nil)
  static let icon = Self(phrase: "an icon name", plural: "icon names", pattern: "^[a-z0-9-]+$")
  static let selector = Self(phrase: "a selector", plural: "selectors", pattern: nil)
  static let ruleChoice = Self(
    phrase: "a rule id or a family as in 'coupling/*'", plural: "rule ids", pattern: nil)
}

/// What a name can lead to.
enum Referent: String, Hashable, Sendable, CaseIterable {
  case element, team, domain, zone, data, link, flow, view

  /// With its article.
  var phrase: String {
    switch self {
    case .element: "an element"
    case .team: "a team"
    case .domain: "a domain"
    case .zone: "a zone"
    case .data: "a data entity"
    case .link: "a link"
    case .flow: "a flow"
    case .view: "a view"
    }
  }

  var noun: String { String(phrase.drop { $0 != " " }.dropFirst()) }

  var plural: String {
    switch self {
    case .data: "data entities"
    case .element, .team, .domain, .zone, .link, .flow, .view: noun + "s"
    }
  }
}

extension Collection<String> {
  /// As in `a, b or c`.
  func joined(by word: String) -> String {
    guard count > 1 else { return first ?? "" }
    let words = Array(self)
    return "\(words.dropLast().joined(separator: ", ")) \(word) \(words[words.count - 1])"
  }
}

extension ClosedRange<Double> {
  /// Where the bounds mean something.
  fileprivate var phrase: String {
    abs(lowerBound) >= 1e9 || upperBound >= 1e9 ? "" : " from \(lowerBound) to \(upperBound)"
  }
}

extension ClosedRange<Int> {
  fileprivate var phrase: String {
    switch (lowerBound, upperBound) {
    case (0, .max): ""
    case (let low, .max): " from \(low)"
    case (let low, let high): " from \(low) to \(high)"
    }
  }
}
