public import ReviewEngine
import ReviewRules

/// The built-in rules, for those who ask by name.
public enum RuleShelf {
  /// The rules that any of the selectors names; all of them for none.
  ///
  /// - Throws: `unknownRule` for a word that names no rule and no family.
  public static func rules(_ selectors: [String] = []) throws(LintelError) -> [any Rule.Type] {
    for selector in selectors where !RuleSelection.isKnown(selector, in: RuleCatalog.rules) {
      throw unknown(selector)
    }
    guard !selectors.isEmpty else { return RuleCatalog.rules }
    return RuleCatalog.rules.filter { rule in
      selectors.contains { RuleSelection.matches($0, rule.descriptor) }
    }
  }

  /// The rule with an id, or with an id that it had before.
  public static func rule(_ id: String) throws(LintelError) -> any Rule.Type {
    let found = RuleCatalog.rules.first {
      $0.descriptor.id == id || $0.descriptor.formerIDs.contains(id)
        || "\($0.descriptor.family.rawValue)/\($0.descriptor.id)" == id
    }
    guard let found else { throw unknown(id) }
    return found
  }

  private static func unknown(_ word: String) -> LintelError {
    .unknownRule(word, nearest: RuleSelection.nearest(to: word, in: RuleCatalog.rules))
  }
}
