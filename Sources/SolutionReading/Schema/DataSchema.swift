import SolutionModel

/// The keys of a data entity.
enum DataSchema {
  typealias Key = SchemaKey<DataObject>

  static let schema = RecordSchema<DataObject>(
    "data", "a data entity", shorthand: "name",
    groups: [
      .init(title: "What it is", keys: identity),
      .init(title: "Who decides about it", keys: ownership),
      .init(title: "How much, and how long", keys: volume),
    ])

  private static let identity: [Key] = [
    Key("name", .text, replacing: \.name, "What people call it").usually("the id"),
    Key("summary", .text, \.summary, "One sentence that says what it is"),
    Key("class", .word, \.class, "What role it plays in the business"),
    Key("confidentiality", .word, \.confidentiality, "Who may see it"),
    Key("personal", .word, \.personal, "Whether it is about people"),
    Key("tags", .list(of: .text), adding: \.tags, "Words to select it by"),
    Key("todo", .text, \.todo, "What is still to be found out"),
  ]

  private static let ownership: [Key] = [
    Key("master", .oneOrMore(of: .element), adding: \.masters, "The element that decides about it"),
    Key("global-id", .text, \.globalID, "The field that names one record everywhere"),
    Key("steward", .team, \.steward, "The team that settles conflicts"),
    Key("copies", .list(of: .copy), adding: \.copies, "The places that keep it besides the master"),
  ]

  private static let volume: [Key] = [
    Key("records", .count(), \.records, "How many there are"),
    Key("change-rate", .rate, \.changeRate, "How often one of them changes"),
    Key("retention", .duration(usually: "d"), \.retention, "How long a record is kept"),
    Key("delete-policy", .word, \.deletePolicy, "How a deletion reaches the copies"),
  ]
}

/// A copy while it is read.
private struct CopyDraft: Sendable {
  var element: ElementID?
  var isWritable: Bool?
  var freshness: Duration?
}

extension ValueKind where Value == DataObject.Copy {
  private static var schema: RecordSchema<CopyDraft> {
    RecordSchema(
      "copy", "a copy",
      keys: [
        SchemaKey("in", .element, \.element, "The element that keeps the copy").required,
        SchemaKey("writable", .flag, \.isWritable, "Whether the copy may be changed"),
        SchemaKey(
          "freshness", .duration(usually: "min"), \.freshness, "How old the copy may be at most"),
      ])
  }

  fileprivate static var copy: Self {
    .record(schema, from: CopyDraft()) { draft, _, _ in
      draft.element.map {
        var copy = DataObject.Copy(element: $0)
        copy.isWritable = draft.isWritable
        copy.freshness = draft.freshness
        return copy
      }
    }
  }
}
