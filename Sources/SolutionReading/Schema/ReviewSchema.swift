import SolutionModel
import YAMLSyntax

/// The review settings of a model while they are read.
struct ReviewDraft: Sendable {
  var profile: ReviewProfile?
  var style: ReviewStyle?
  var levels: [ReviewSettings.LevelChange] = []
  var settings: [String: [String: SettingValue]] = [:]
  var waivers: [(waiver: Waiver, passage: Passage)] = []
}

/// The keys under `review`.
enum ReviewSchema {
  typealias Key = SchemaKey<ReviewDraft>

  static let schema = RecordSchema<ReviewDraft>(
    "review", "the review settings",
    keys: [
      Key("profile", .word, \.profile, "How much the review asks for").usually("recommended"),
      Key("style", .word, \.style, "Whether requests or messages are preferred")
        .usually("keep-it-simple"),
      levels, settings,
      Key(
        "waivers", .list(of: .record { waiver.form }), adds: true,
        "Findings that are accepted for a time"
      ) {
        node, draft, reading in
        guard node.kind == .sequence else {
          reading.reportWrongShape(node, expected: .list(of: .record { waiver.form }))
          return
        }
        let file = reading.file
        for item in node.items {
          guard let waiver = reading.waiver(item) else { continue }
          draft.waivers.append((waiver, Passage(file: file, key: item, value: item)))
        }
      },
    ])

  /// What a profile may say of the review, too.
  static let levels = Key(
    "levels", .map(keys: .ruleChoice, of: .word(RuleLevel.words)), adds: true,
    "Another level for a rule, or for all rules of a family"
  ) { node, draft, reading in
    for entry in reading.entries(of: node) {
      guard let rule = reading.ruleChoice(entry.key) else { continue }
      guard !draft.levels.contains(where: { $0.rule == rule }) else {
        reading.reportRuleTwice(entry.key)
        continue
      }
      reading.key = rule
      if let level = ValueKind.ruleLevel.read(entry.value, &reading) {
        draft.levels.append(ReviewSettings.LevelChange(rule: rule, level: level))
      }
    }
  }

  static let settings = Key(
    "settings",
    .map(
      keys: .ruleChoice,
      of: .map(keys: .plain, of: .either([.number(-1e9...1e9), .text(.plain), .flag]))),
    adds: true, "Other values for the settings of a rule"
  ) { node, draft, reading in
    for entry in reading.entries(of: node) {
      guard let rule = reading.rule(entry.key) else { continue }
      guard draft.settings[rule] == nil else {
        reading.reportRuleTwice(entry.key)
        continue
      }
      reading.key = rule
      for setting in reading.entries(of: entry.value) {
        if let value = reading.setting(setting, of: rule) {
          draft.settings[rule, default: [:]][setting.key.text] = value
        }
      }
    }
  }

  static let waiver = RecordSchema<WaiverDraft>(
    "waiver", "a waiver",
    keys: [
      SchemaKey("rule", .ruleChoice, \.rule, "The rule, or the family, whose finding is accepted")
        .required,
      SchemaKey(
        "on", .waiverSubject, \.subject,
        "The element, link, flow, data entity or team, `solution`, or a selector"
      ).required,
      SchemaKey("reason", .text, \.reason, "Why it is accepted").required,
      SchemaKey("approved-by", .text, \.approvedBy, "Who accepted it").required,
      SchemaKey("until", .date, \.until, "The last day on which it holds").required,
      SchemaKey("ticket", .text, \.ticket, "Where the work on it is tracked"),
    ])
}

/// A waiver while it is read.
struct WaiverDraft: Sendable {
  var rule: String?
  var subject: Waiver.Subject?
  var reason: String?
  var approvedBy: String?
  var until: CalendarDate?
  var ticket: String?

  var waiver: Waiver? {
    guard let rule, let subject, let reason, let approvedBy, let until else { return nil }
    return Waiver(
      rule: rule, on: subject, reason: reason, approvedBy: approvedBy, until: until,
      ticket: ticket)
  }
}

extension RuleLevel {
  static let words = ["off"] + Level.allCases.map(\.rawValue)
}

extension ValueKind where Value == RuleLevel {
  static var ruleLevel: Self {
    Self(
      .word(RuleLevel.words),
      text: { text, node, reading in
        if let level = RuleLevel(word: text) { return level }
        reading.reportUnknownWord(text, among: RuleLevel.words, at: node.range)
        return nil
      })
  }
}

extension ValueKind where Value == String {
  /// A rule id or a family.
  static var ruleChoice: Self {
    Self(.text(.ruleChoice), text: { _, node, reading in reading.ruleChoice(node) })
  }
}
