import SolutionModel

/// One value of an attribute, as a predicate compares it and a reader sees it.
enum AttributeValue: Hashable, Sendable {
  case word(String)
  /// The canonical id of an element, which its last parts name as well.
  case path(ElementID)
  /// A word that has its place in a scale.
  case ranked(String, scale: [String])
  /// A value with an order, and how it is shown.
  case quantity(Quantity, text: String)

  /// For people.
  var text: String {
    switch self {
    case .word(let text), .ranked(let text, _), .quantity(_, let text): text
    case .path(let id): id.text
    }
  }

  /// Compares with a value as a model writes it; nil where that says nothing, as for the order of
  /// words without a scale or for a duration and a percentage.
  func compare(_ comparison: Predicate.Comparison, _ other: String) -> Bool? {
    switch self {
    case .word(let word): Self.equality(comparison, word == other)
    case .path(let id):
      Self.equality(comparison, id.text == other || id.text.hasSuffix("." + other))
    case .ranked(let word, let scale):
      Self.order(comparison, scale.firstIndex(of: word), scale.firstIndex(of: other))
    case .quantity(let quantity, _):
      Quantity(word: other).flatMap { quantity.compare(comparison, $0) }
    }
  }

  private static func equality(_ comparison: Predicate.Comparison, _ isSame: Bool) -> Bool? {
    switch comparison {
    case .equal: isSame
    case .notEqual: !isSame
    case .less, .lessOrEqual, .greater, .greaterOrEqual: nil
    }
  }

  private static func order(
    _ comparison: Predicate.Comparison, _ left: Int?, _ right: Int?
  ) -> Bool? {
    guard let left, let right else { return nil }
    return switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension [AttributeValue] {
  static func word(_ text: String?) -> Self { text.map { [.word($0)] } ?? [] }

  static func word<Word: RawRepresentable<String>>(_ word: Word?) -> Self {
    word.map { [.word($0.rawValue)] } ?? []
  }

  static func words(_ texts: [String]) -> Self { texts.map { .word($0) } }

  static func name<Noun>(_ id: Identifier<Noun>?) -> Self { word(id?.text) }

  static func ranked<Word: RawRepresentable<String> & CaseIterable>(_ word: Word?) -> Self {
    guard let word else { return [] }
    return [.ranked(word.rawValue, scale: Word.allCases.map(\.rawValue))]
  }

  static func flag(_ flag: Bool?) -> Self { word(flag.map { $0 ? "true" : "false" }) }

  static func count(_ count: Int?) -> Self {
    count.map { [.quantity(Quantity(.count, Double($0)), text: String($0))] } ?? []
  }

  static func duration(_ duration: Duration?) -> Self {
    duration.map { [.quantity(Quantity($0), text: QuantityText.duration($0))] } ?? []
  }

  static func rate(_ rate: Rate?) -> Self {
    rate.map {
      [.quantity(Quantity(.rate, $0.perSecond), text: QuantityText.number($0.perSecond) + "/s")]
    } ?? []
  }

  static func size(_ size: ByteCount?) -> Self {
    size.map { [.quantity(Quantity(.size, Double($0.bytes)), text: QuantityText.size($0.bytes))] }
      ?? []
  }

  static func share(_ fraction: Double?) -> Self {
    fraction.map {
      [.quantity(Quantity(.share, $0), text: QuantityText.number($0 * 100) + "%")]
    } ?? []
  }

  static func date(_ date: CalendarDate?) -> Self {
    date.map { [.quantity(Quantity(.date, Double($0.dayNumber)), text: $0.description)] } ?? []
  }
}
