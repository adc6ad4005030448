import SolutionModel

/// The keys of a team.
enum TeamSchema {
  static let schema = RecordSchema<Team>(
    "team", "a team", shorthand: "name",
    keys: [
      SchemaKey("name", .text, replacing: \.name, "What people call it").usually("the id"),
      SchemaKey("summary", .text, \.summary, "One sentence that says what it answers for"),
      SchemaKey("developers", .count(), \.developers, "How many developers it has"),
      SchemaKey(
        "support", .text, \.support, "When somebody answers, as in `24x7` or `business-hours`"),
      SchemaKey("contact", .text, \.contact, "Where to reach it"),
    ])
}

/// The keys of a business domain.
enum DomainSchema {
  static let schema = RecordSchema<BusinessDomain>(
    "domain", "a domain", shorthand: "name",
    keys: [
      SchemaKey("name", .text, replacing: \.name, "What people call it").usually("the id"),
      SchemaKey("summary", .text, \.summary, "One sentence that says what belongs to it"),
      SchemaKey("owner", .team, \.owner, "The team that answers for it"),
    ])
}

/// The keys of a zone.
enum ZoneSchema {
  static let schema: RecordSchema<Zone> = .init(
    "zone", "a zone", shorthand: "name",
    keys: [
      SchemaKey("name", .text, replacing: \.name, "What people call it").usually("the id"),
      SchemaKey("summary", .text, \.summary, "One sentence that says what lies in it"),
      SchemaKey("trust", .word, \.trust, "How far it is trusted"),
      SchemaKey("continent", .word, \.continent, "Where on earth its machines stand").usually(
        "that of the zone around it"),
      SchemaKey(
        "availability", .availability, \.availability,
        "The share of time in which it is up; all that lies in it fails with it"),
      SchemaKey(
        sectionName, .map(keys: .identifier, of: .record { schema.form }), adds: true,
        "The zones inside it"
      ) { _, _, _ in },
    ])

  /// The key of the zones inside a zone, which are declared before any key is read.
  static let sectionName = "zones"
}
