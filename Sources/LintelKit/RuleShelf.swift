public import ReviewEngine
import ReviewRules
import SolutionReading

/// The built-in rules, for those who ask by name.
public enum RuleShelf {
  /// The rules that any of the selectors names; all of them for none.
  ///
  /// - Throws: `unknownRule` for a word that names no rule and no family.
  public static func rules(_ selectors: [String] = []) throws(LintelError) -> [any Rule.Type] {
    if let word = RuleSelection.unknown(selectors, among: RuleCatalog.rules).first {
      throw unknown(word)
    }
    return selectors.isEmpty
      ? RuleCatalog.rules : RuleSelection.named(selectors, among: RuleCatalog.rules)
  }

  /// The rule with an id, or with an id that it had before.
  public static func rule(_ id: String) throws(LintelError) -> any Rule.Type {
    let found = RuleCatalog.rules.first {
      $0.descriptor.id == id || $0.descriptor.formerIDs.contains(id)
        || $0.descriptor.qualifiedID == id
    }
    guard let found else { throw unknown(id) }
    return found
  }

  /// The papers of every family, in their order.
  public static var families: [FamilyPapers] { FamilyCatalog.families }

  /// The papers of the family that a word stands for as a whole, as in `coupling/*`; nil for any
  /// other word.
  public static func family(_ word: String) -> FamilyPapers? {
    RuleFamily(selection: word).flatMap { family in families.first { $0.family == family } }
  }

  static func unknown(_ word: String) -> LintelError {
    .unknownRule(
      word, nearest: NearestWord.nearest(to: word, in: RuleSelection.words(for: RuleCatalog.rules)))
  }
}
