/// A choice of rules in one word: an id, a family, or a beginning with `*` behind it.
///
/// `no-master` and `data/no-master` name one rule, `data` and `data/*` a family, `waiver-*` what
/// begins so, `*` every rule. A rule answers to its former ids too.
struct RulePattern: Hashable, Sendable {
  private let text: String
  /// What stands before a `*` at the end; nil without one.
  private let prefix: Substring?

  init(_ text: String) {
    self.text = text
    prefix = text.hasSuffix("*") ? text.dropLast() : nil
  }

  func matches(_ rule: RuleDescriptor) -> Bool {
    if names(rule) || text == rule.family.rawValue { return true }
    guard let prefix else { return false }
    return rule.id.hasPrefix(prefix) || rule.qualifiedID.hasPrefix(prefix)
  }

  /// Whether it stands for this rule and no other.
  func names(_ rule: RuleDescriptor) -> Bool {
    text == rule.id || text == rule.qualifiedID || rule.formerIDs.contains(text)
  }
}

extension RuleDescriptor {
  /// The family and the id: `data/no-master`.
  public var qualifiedID: String { "\(family.rawValue)/\(id)" }
}
