/// What a model says about its own review.
public struct ReviewSettings: Hashable, Sendable {
  public var profile: ReviewProfile?
  public var style: ReviewStyle?
  /// The day that dates are compared with, so that a review gives the same bytes on any day.
  public var reviewed: CalendarDate?
  /// In the order of the file; where several name a rule, the last one counts.
  public var levels: [LevelChange] = []
  /// By rule id, then by the key of the setting.
  public var settings: [String: [String: SettingValue]] = [:]
  public var waivers: [Waiver] = []

  public init() {}

  /// Another level for a rule, or for all rules of a family.
  public struct LevelChange: Hashable, Sendable {
    /// A rule id or a family (`coupling/*`).
    public let rule: String
    public let level: RuleLevel

    public init(rule: String, level: RuleLevel) {
      self.rule = rule
      self.level = level
    }
  }
}

/// One or more findings accepted, with a reason, an approver and an end date.
public struct Waiver: Hashable, Sendable {
  /// A rule id or a family (`coupling/*`).
  public var rule: String
  /// The element, link, flow, data object or team that it is about.
  public var subject: Subject
  public var reason: String
  public var approvedBy: String
  /// The last day on which it holds.
  public var until: CalendarDate
  public var ticket: String?

  public init(
    rule: String, on subject: Subject, reason: String, approvedBy: String, until: CalendarDate,
    ticket: String? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.reason = reason
    self.approvedBy = approvedBy
    self.until = until
    self.ticket = ticket
  }

  /// What a waiver covers.
  public enum Subject: Hashable, Sendable {
    case path(ElementPath.Subject)
    case selection(Selector)
  }
}

/// What a reader needs to know of a rule to understand a model's review settings.
public struct RuleVocabulary: Hashable, Sendable {
  /// The kinds of value that a setting takes.
  public enum SettingKind: Hashable, Sendable {
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case duration(ClosedRange<Duration>)
    case flag
    case word([String])
  }

  public struct Setting: Hashable, Sendable {
    public let key: String
    public let kind: SettingKind
    public let summary: String

    public init(key: String, kind: SettingKind, summary: String) {
      self.key = key
      self.kind = kind
      self.summary = summary
    }
  }

  public let id: String
  public let family: String
  public let title: String
  public let settings: [Setting]

  public init(id: String, family: String, title: String, settings: [Setting]) {
    self.id = id
    self.family = family
    self.title = title
    self.settings = settings
  }
}
