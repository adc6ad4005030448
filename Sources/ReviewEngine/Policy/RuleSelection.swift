public import SolutionModel

/// Which rules a review asks, and the level of what they find.
public struct RuleSelection: Sendable {
  /// A rule that is asked.
  public struct Choice: Sendable {
    public let rule: any Rule.Type
    public let level: Level
    /// Whether the policy chose the level, so that no finding has one of its own.
    public let isLevelSet: Bool
  }

  /// By id.
  public let choices: [Choice]

  /// Settles profile, levels, `select` and `ignore`, in that order.
  ///
  /// A level for a rule by its own id asks it although the profile has it not; one for a family or a
  /// beginning changes what the profile has. A rule that `select` names is asked although its level is
  /// off; of a family it takes all that are not off. What `ignore` names is never asked.
  public init(from rules: [any Rule.Type], by policy: ReviewPolicy) {
    let changes = policy.levels.map { (pattern: RulePattern($0.rule), level: $0.level) }
    let select = policy.select.map(RulePattern.init)
    let ignore = policy.ignore.map(RulePattern.init)
    choices = rules.compactMap { rule -> Choice? in
      let papers = rule.descriptor
      guard !ignore.contains(where: { $0.matches(papers) }) else { return nil }
      var standing = Standing(of: papers, in: policy.profile)
      for change in changes where change.pattern.matches(papers) {
        standing.apply(change.level, byName: change.pattern.names(papers))
      }
      standing.select(by: select, papers)
      guard standing.isAsked else { return nil }
      return Choice(
        rule: rule, level: standing.level ?? papers.level, isLevelSet: standing.level != nil)
    }
    .sorted { $0.rule.descriptor.id < $1.rule.descriptor.id }
  }

  /// The words that stand for no rule at all, in their order; a door reports them.
  public static func unknown(_ words: [String], among rules: [any Rule.Type]) -> [String] {
    words.filter { word in
      let pattern = RulePattern(word)
      return !rules.contains { pattern.matches($0.descriptor) }
    }
  }

  /// The rules that any of the words stands for, in their order.
  public static func named(_ words: [String], among rules: [any Rule.Type]) -> [any Rule.Type] {
    let patterns = words.map(RulePattern.init)
    return rules.filter { rule in patterns.contains { $0.matches(rule.descriptor) } }
  }

  /// The ids and families that a word may have meant, sorted.
  public static func words(for rules: [any Rule.Type]) -> [String] {
    let papers = rules.map { $0.descriptor }
    return (Set(papers.map(\.family.rawValue)).union(papers.map(\.id))).sorted()
  }
}

/// How a rule stands while the policy is read.
private struct Standing {
  private(set) var isAsked: Bool
  /// As far as the policy says.
  private(set) var level: Level?
  private let isInProfile: Bool
  private var isOff = false

  init(of rule: RuleDescriptor, in profile: ReviewProfile) {
    isInProfile = rule.profile <= profile
    isAsked = isInProfile
  }

  mutating func apply(_ change: RuleLevel, byName: Bool) {
    switch change {
    case .off:
      isOff = true
      isAsked = false
    case .on(let level):
      self.level = level
      isOff = false
      isAsked = isAsked || isInProfile || byName
    }
  }

  mutating func select(by patterns: [RulePattern], _ rule: RuleDescriptor) {
    guard !patterns.isEmpty else { return }
    isAsked =
      patterns.contains { $0.names(rule) } || !isOff && patterns.contains { $0.matches(rule) }
  }
}
