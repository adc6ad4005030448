public import SolutionModel

/// A judgement on a design, and its papers.
///
/// A rule is a value: its settings are stored properties, its papers are data, its examples are its
/// tests. It asks a named analysis and judges the answer; it does no IO and never throws.
public protocol Rule: Sendable {
  static var descriptor: RuleDescriptor { get }
  static var settings: [RuleSetting<Self>] { get }
  /// Whether it is about waivers: then it is asked last, when `ReviewSubject.waiverUse` is known, and no
  /// waiver covers what it finds. False where a rule does not say.
  static var judgesWaivers: Bool { get }

  /// With every setting at its default.
  init()

  /// Judges every subject that the rule applies to: each is a pass, a finding, or unknown because a
  /// fact is missing. Subjects that it does not apply to are not mentioned.
  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts)
}

extension Rule {
  public static var settings: [RuleSetting<Self>] { [] }
  public static var judgesWaivers: Bool { false }

  /// The rule with the given settings; keys that it does not have and values that it does
  /// not take are left out.
  public init(settings values: [String: SettingValue]) {
    self.init()
    for setting in Self.settings {
      if let value = values[setting.key] { setting.set(value, on: &self) }
    }
  }

  /// The settings with their values now, in the order of the papers.
  public var settingValues: [(key: String, value: SettingValue)] {
    Self.settings.map { ($0.key, $0.value(of: self)) }
  }

  /// What a reader of model files needs to know of the rule.
  public static var vocabulary: RuleVocabulary {
    RuleVocabulary(
      id: descriptor.id, family: descriptor.family.rawValue, title: descriptor.title,
      settings: settings.map {
        RuleVocabulary.Setting(key: $0.key, kind: $0.kind, summary: $0.summary)
      })
  }
}
