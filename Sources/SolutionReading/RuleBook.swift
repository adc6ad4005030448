import SolutionModel

/// The rules that a model's review settings may speak of.
///
/// An empty one knows none and refuses none.
struct RuleBook: Sendable {
  private let rules: [String: RuleVocabulary]
  let ids: [String]
  /// Each family as it is selected: `coupling/*`.
  let families: [String]

  init(_ vocabulary: [RuleVocabulary]) {
    rules = Dictionary(vocabulary.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = rules.keys.sorted()
    families = Set(vocabulary.map { "\($0.family)/*" }).sorted()
  }

  var isEmpty: Bool { rules.isEmpty }

  subscript(id: String) -> RuleVocabulary? { rules[id] }

  /// Whether there is a rule, or a family, of that name.
  func knows(_ choice: String) -> Bool {
    isEmpty || rules[choice] != nil || families.contains(choice)
  }
}
