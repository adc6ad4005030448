import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// The selector that a text stands for; nil after a report.
  ///
  /// `place` gives the place of a part of the text, in Unicode scalars.
  mutating func selector(_ text: String, at place: (Range<Int>) -> SourceRange) -> Selector? {
    guard text.utf8.count <= 4_000 else {
      report("selector-too-long", "a selector has at most 4000 bytes", at: place(0..<1))
      return nil
    }
    var parser = SelectorParser(text)
    do {
      return resolve(try parser.parse(), at: place)
    } catch {
      report("wrong-selector", error.message, at: place(error.range), help: error.help)
      return nil
    }
  }

  private mutating func resolve(_ draft: SelectorDraft, at place: (Range<Int>) -> SourceRange)
    -> Selector?
  {
    switch draft {
    case .everything: return .everything
    case .element(let name): return id(of: name, at: place).map(Selector.element)
    case .children(let name): return id(of: name, at: place).map(Selector.children)
    case .descendants(let name): return id(of: name, at: place).map(Selector.descendants)
    case .incoming(let inner): return resolve(inner, at: place).map(Selector.incoming)
    case .outgoing(let inner): return resolve(inner, at: place).map(Selector.outgoing)
    case .neighbours(let inner): return resolve(inner, at: place).map(Selector.neighbours)
    case .links(let from, let to):
      let from = resolve(from, at: place)
      let to = resolve(to, at: place)
      guard let from, let to else { return nil }
      return .links(from: from, to: to)
    case .predicate(let predicate):
      return resolve(predicate, at: place).map(Selector.predicate)
    }
  }

  private mutating func id(of name: SelectorDraft.Name, at place: (Range<Int>) -> SourceRange)
    -> ElementID?
  {
    element(name.text, at: place(name.range)).map { names.elements.declarations[$0].id }
  }

  private mutating func resolve(_ draft: PredicateDraft, at place: (Range<Int>) -> SourceRange)
    -> Predicate?
  {
    switch draft {
    case .has(let key):
      return predicateKey(key, at: place).map { _ in .has(key: key.text) }
    case .compare(let key, let comparison, let value):
      guard let facts = predicateKey(key, at: place),
        isValid(value, of: key.text, facts, at: place)
      else { return nil }
      return .compare(key: key.text, comparison, value: value.text)
    case .isOneOf(let key, let values):
      guard let facts = predicateKey(key, at: place) else { return nil }
      let valid = values.filter { isValid($0, of: key.text, facts, at: place) }
      guard valid.count == values.count else { return nil }
      return .isOneOf(key: key.text, values: values.map(\.text))
    case .not(let inner): return resolve(inner, at: place).map(Predicate.not)
    case .and(let left, let right):
      return both(left, right, at: place).map { .and($0, $1) }
    case .or(let left, let right):
      return both(left, right, at: place).map { .or($0, $1) }
    }
  }

  private mutating func both(
    _ left: PredicateDraft, _ right: PredicateDraft, at place: (Range<Int>) -> SourceRange
  ) -> (Predicate, Predicate)? {
    let left = resolve(left, at: place)
    let right = resolve(right, at: place)
    guard let left, let right else { return nil }
    return (left, right)
  }

  /// The forms of a key's values; nil after a report when nothing has the key.
  private mutating func predicateKey(
    _ key: SelectorDraft.Name, at place: (Range<Int>) -> SourceRange
  ) -> [ValueForm]? {
    if let forms = SelectableKeys.forms(of: key.text) { return forms }
    if let field = profile.field(key.text) { return [field.form] }
    let known = SelectableKeys.names + profile.fields.map(\.name)
    report(
      "unknown-key", "\(key.text.quoted) is not a key that a selector can ask for",
      at: place(key.range), help: help(for: key.text, among: known, title: "known keys"))
    return nil
  }

  /// Whether a key can have a value at all; reports when it cannot.
  private mutating func isValid(
    _ value: SelectorDraft.Name, of key: String, _ forms: [ValueForm],
    at place: (Range<Int>) -> SourceRange
  ) -> Bool {
    self.key = key
    var words: [String] = []
    var mistake: (UnitMistake, UnitNotation)?
    for form in forms {
      switch form {
      case .word(let known):
        if known.contains(value.text) || isAddedType(value.text, key: key) { return true }
        words += known.filter { !words.contains($0) }
      case .flag:
        if ["true", "false"].contains(value.text) { return true }
        words += ["true", "false"]
      case .unit(let notation):
        guard let found = notation.mistake(in: value.text) else { return true }
        mistake = (found, notation)
      case .reference(.element):
        return element(value.text, at: place(value.range)) != nil
      case .reference(.domain) where names.impliedDomains.contains(value.text): return true
      case .reference(let referent):
        if names[referent]?.place(of: value.text) != nil { return true }
        reportUnknown(value.text, referent, at: place(value.range))
        return false
      case .count, .number:
        if DecimalNumber(value.text) != nil { return true }
        report(
          "not-a-number", "\(key.quoted) is compared with a number, not with \(value.text.quoted)",
          at: place(value.range))
        return false
      case .text, .list, .oneOrMore, .record, .map, .either: return true
      }
    }
    if let (mistake, notation) = mistake {
      report(mistake, of: notation, in: value.text, at: place(value.range))
    } else {
      reportUnknownWord(value.text, among: words, at: place(value.range))
    }
    return false
  }

  private func isAddedType(_ word: String, key: String) -> Bool {
    key == "type" && profile.types.values.contains { $0.contains(word) }
  }
}

extension UnitNotation {
  /// What is wrong with a text; nil when it is written right.
  fileprivate func mistake(in text: String) -> UnitMistake? {
    func failure<Value>(_ result: Result<Value, UnitMistake>) -> UnitMistake? {
      if case .failure(let mistake) = result { mistake } else { nil }
    }
    return switch self {
    case .percentage: failure(QuantityText.availability(text))
    case .growth: failure(QuantityText.growth(text))
    case .duration: failure(DurationText.parse(text))
    case .rate: failure(QuantityText.rate(text))
    case .size: failure(QuantityText.size(text))
    case .effort: failure(QuantityText.effort(text))
    case .date: failure(DateText.date(text))
    case .timeOfDay: failure(DateText.minutes(text))
    case .schedule: failure(ScheduleText.parse(text))
    }
  }
}

extension ValueKind where Value == Selector {
  static var selector: Self {
    Self(
      .text(.selector),
      text: { text, node, reading in
        reading.selector(text) { node.range(of: $0) }
      })
  }
}
