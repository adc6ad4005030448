public import SolutionModel

/// The papers of a rule: everything about it that is not code.
public struct RuleDescriptor: Hashable, Sendable {
  /// The permanent kebab-case name of the flaw: `synchronous-call-chain`.
  public let id: String
  /// The flaw as a headline, without a full stop.
  public let title: String
  public let family: RuleFamily
  /// The level of its findings where no policy says otherwise.
  public let level: Level
  /// What moves that level, up or down by one step at most.
  public let weighs: Set<LevelFactor>
  /// The least demanding profile that has it.
  public let profile: ReviewProfile
  /// What `review.style` changes, in one sentence; nil where the rule judges the same in each.
  public let styleNote: String?
  public let quality: QualityCharacteristic
  /// What it finds, in one sentence.
  public let summary: String
  /// Why that matters.
  public let rationale: String
  /// How it is found, with the formula where there is one.
  public let detection: String
  /// What to do about it.
  public let remedy: String
  /// When a finding is wrong or does not matter.
  public let falsePositives: String
  /// What to ask the team.
  public let question: String
  /// The rules whose findings explain its own at what causes these, the likeliest first; its own id
  /// where findings with a cause in common are one.
  public let explainedBy: [String]
  /// Where the rule's idea or figures come from.
  public let references: [String]
  /// The release that brought it.
  public let since: String
  /// Ids that it had before.
  public let formerIDs: [String]
  /// The first two are for the reader.
  public let examples: [RuleExample]

  public init(
    id: String, title: String, family: RuleFamily, level: Level,
    weighs: Set<LevelFactor> = [], profile: ReviewProfile = .recommended,
    styleNote: String? = nil, quality: QualityCharacteristic, summary: String,
    rationale: String, detection: String, remedy: String, falsePositives: String, question: String,
    explainedBy: [String] = [], references: [String] = [], since: String = "0.1",
    formerIDs: [String] = [],
    examples: [RuleExample]
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.level = level
    self.weighs = weighs
    self.profile = profile
    self.styleNote = styleNote
    self.quality = quality
    self.summary = summary
    self.rationale = rationale
    self.detection = detection
    self.remedy = remedy
    self.falsePositives = falsePositives
    self.question = question
    self.explainedBy = explainedBy
    self.references = references
    self.since = since
    self.formerIDs = formerIDs
    self.examples = examples
  }
}
