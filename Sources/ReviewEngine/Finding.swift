public import SolutionModel

/// One place where a rule's judgement went against the design.
public struct Finding: Hashable, Sendable {
  /// A headline: names in single quotes, figures with their limit, no full stop.
  ///
  /// Rules keep theirs as static functions at the foot of their file.
  public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
    public let text: String

    public init(stringLiteral text: String) { self.text = text }
  }

  /// An element, link or other thing that makes the finding what it is, and the part it plays.
  public struct Role: Hashable, Comparable, Sendable {
    /// Such as `source`, `element`, `member`; equal names make a set without order.
    public let name: String
    public let subject: ElementPath.Subject

    public init(_ name: String, _ subject: ElementPath.Subject) {
      self.name = name
      self.subject = subject
    }

    public static func < (left: Self, right: Self) -> Bool {
      left.name == right.name ? left.subject < right.subject : left.name < right.name
    }
  }

  /// Another place that explains the finding.
  public struct Related: Hashable, Sendable {
    public let path: ElementPath
    /// What it has to do with it, as a short phrase.
    public let note: String

    public init(_ path: ElementPath, _ note: String) {
      self.path = path
      self.note = note
    }
  }

  public let ruleID: String
  public let message: Message
  /// What is found wanting; its place in the text is the finding's place.
  public let place: ElementPath
  /// What the finding is about for ever: with the rule they make the fingerprint.
  ///
  /// Never the path that shows it, a number, or a place.
  public let roles: [Role]
  /// Its level where no policy changes that of the rule; nil means the rule's own.
  ///
  /// For rules whose findings differ in weight, such as a store that one team shares and one that
  /// several share.
  public let level: Level?
  /// What its level is weighed by where the rule's papers say that something weighs; nil means what
  /// it is about.
  ///
  /// For rules whose findings weigh by what they affect, such as the flows that an element stops.
  public let weighs: [ElementPath.Subject]?
  /// Tells findings of one rule with the same roles apart, such as a class of data; else nil.
  public let discriminator: String?
  public let evidence: Evidence
  public let related: [Related]
  /// What to do here; nil leaves it to the rule's papers.
  public let remedy: String?
  /// What is to blame, the likeliest first; where a rule that the papers name as an explanation has a
  /// finding there, this one is folded below it.
  public let causes: [ElementPath.Subject]
  /// What can be tried, the likeliest first.
  public let cures: [Cure]

  /// What it is about, each once, the subject of its place first.
  public var subjects: [ElementPath.Subject] {
    if roles.count == 1, roles[0].subject == place.subject { return [place.subject] }
    var seen: Set<ElementPath.Subject> = []
    return ([place.subject] + roles.map(\.subject)).filter { seen.insert($0).inserted }
  }

  /// Without `roles` the subject of the place is the only one, in the role `subject`.
  public init(
    _ rule: RuleDescriptor, _ message: Message, at place: ElementPath, level: Level? = nil,
    weighs: [ElementPath.Subject]? = nil, roles: [Role]? = nil, discriminator: String? = nil,
    evidence: Evidence = Evidence(), related: [Related] = [], remedy: String? = nil,
    causes: [ElementPath.Subject] = [], cures: [Cure] = []
  ) {
    ruleID = rule.id
    self.message = message
    self.place = place
    self.level = level
    self.weighs = weighs
    self.roles = roles.map { $0.count > 1 ? $0.sorted() : $0 } ?? [Role("subject", place.subject)]
    self.discriminator = discriminator
    self.evidence = evidence
    self.related = related
    self.remedy = remedy
    self.causes = causes
    self.cures = cures
  }
}
