public import JSONText
public import SolutionModel

/// Writes the schema of the language as JSON Schema, draft 2020-12, for editors and other tools.
///
/// It states what one file may say. That names lead somewhere, that ids are unique and that the
/// files of a model fit together is more than JSON Schema can express.
public enum JSONSchemaExport {
  /// The schema of a model file, with what the profile of a model adds.
  ///
  /// Of `rules` it knows what `review` may speak of; where there are none, any rule id will do.
  public static func model(rules: [RuleVocabulary] = [], for document: SolutionDocument? = nil)
    -> JSONValue
  {
    var writer = SchemaWriter(rules: RuleBook(rules), profile: document?.profile ?? Profile())
    return writer.schema(
      of: SolutionSchema.schema.form, id: "urn:lintel:model:\(SolutionSchema.version)",
      title: "A Lintel model file", required: ["lintel"])
  }

  /// The schema of a file that `profile` names.
  public static var profile: JSONValue {
    var writer = SchemaWriter(rules: RuleBook([]), profile: Profile())
    return writer.schema(
      of: ProfileSchema.schema.form, id: "urn:lintel:profile:\(SolutionSchema.version)",
      title: "A Lintel profile", required: [])
  }
}

/// Writes records once each, under `$defs`.
private struct SchemaWriter {
  let rules: RuleBook
  let profile: Profile
  private var waiting: [RecordForm] = []
  private var known: Set<String> = []

  init(rules: RuleBook, profile: Profile) {
    self.rules = rules
    self.profile = profile
  }

  mutating func schema(of root: RecordForm, id: String, title: String, required: [String])
    -> JSONValue
  {
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("$id", .string(id)),
      .init("title", .string(title)),
    ]
    members += object(of: root, required: required)
    var definitions: [JSONValue.Member] = []
    while let record = waiting.popLast() {
      definitions.append(.init(record.name, definition(of: record)))
    }
    definitions.sort { $0.key < $1.key }
    return .object(members + [.init("$defs", .object(definitions))])
  }

  private mutating func definition(of record: RecordForm) -> JSONValue {
    let required = record.keys.filter(\.isRequired).map(\.name)
    var object = object(of: record, required: required)
    if let notation = record.notationKey { object += ends(of: record, notation) }
    var forms: [JSONValue] = []
    if let shorthand = record.keys.first(where: { $0.name == record.shorthand }) {
      forms.append(json(shorthand.form))
    }
    if record.notationKey != nil { forms.append(["type": "string", "pattern": "->"]) }
    if required.isEmpty && record.notationKey == nil { forms.append(["type": "null"]) }
    return forms.isEmpty ? .object(object) : ["anyOf": .array(forms + [.object(object)])]
  }

  private mutating func object(of record: RecordForm, required: [String]) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("type", "object")]
    members.append(
      .init(
        "properties",
        .object(record.keys.map { .init($0.name, described($0, form(of: $0, in: record))) })))
    if let notation = record.notationKey {
      members.append(
        .init(
          "patternProperties",
          ["->": ["anyOf": [described(notation, notation.form), ["type": "null"]]]]))
    }
    if !required.isEmpty { members.append(.init("required", .array(required.map { .string($0) }))) }
    members.append(.init("additionalProperties", false))
    return members
  }

  /// A link has its ends in one notation, and in one only.
  private func ends(of record: RecordForm, _ notation: RecordForm.Key) -> [JSONValue.Member] {
    let noArrow: JSONValue = ["propertyNames": ["not": ["pattern": "->"]]]
    return [
      .init(
        "oneOf",
        [
          ["allOf": [["required": ["from", "to"]], noArrow]],
          [
            "allOf": [
              ["not": noArrow], ["not": ["required": ["from"]]], ["not": ["required": ["to"]]],
            ]
          ],
        ])
    ]
  }

  /// A key's form, with what the profile and the rules add to it.
  private func form(of key: RecordForm.Key, in record: RecordForm) -> ValueForm {
    switch (record.name, key.name) {
    case ("review", "levels") where !rules.isEmpty:
      return .map(
        keys: .choice(of: rules.ids + rules.families, "a rule id or a family"),
        of: .word(RuleLevel.words))
    case ("review", "settings") where !rules.isEmpty: return .record { rules.settingsForm }
    case (_, "fields") where !profile.fields.isEmpty && ElementKind(rawValue: record.name) != nil:
      return .record { profile.fieldsForm }
    case (_, "type"):
      guard let kind = ElementKind(rawValue: record.name), case .word(let words) = key.form else {
        return key.form
      }
      return .word(words + (profile.types[kind] ?? []))
    default: return key.form
    }
  }

  private mutating func described(_ key: RecordForm.Key, _ form: ValueForm) -> JSONValue {
    guard case .object(let members) = json(form) else { return json(form) }
    let summary = key.summary + (key.usual.map { ". Usually \($0)" } ?? "")
    return .object([.init("description", .string(summary))] + members)
  }

  private mutating func json(_ form: ValueForm) -> JSONValue {
    switch form {
    case .text(let form):
      if let pattern = form.pattern { return ["type": "string", "pattern": .string(pattern)] }
      return form == .plain || form == .markdown
        ? ["type": ["string", "number", "boolean"]] : ["type": "string", "minLength": 1]
    case .flag: return ["type": "boolean"]
    case .word(let words): return ["enum": .array(words.map { .string($0) })]
    case .count(let range):
      let members: JSONValue = [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": range.upperBound == .max ? .null : .integer(range.upperBound),
      ]
      return members.compacted
    case .number(let range):
      return [
        "type": "number", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .unit(let notation):
      return [
        "type": "string", "pattern": .string(notation.pattern),
        "examples": .array(notation.examples.map { .string($0) }),
      ]
    case .reference: return ["type": "string", "minLength": 1]
    case .list(let item): return ["type": "array", "items": json(item)]
    case .oneOrMore(let item):
      let item = json(item)
      return ["anyOf": [item, ["type": "array", "items": item]]]
    case .record(let record): return reference(to: record())
    case .map(let keys, let value):
      let names: JSONValue = keys.pattern.map { ["pattern": .string($0)] } ?? true
      return [
        "type": ["object", "null"], "propertyNames": names, "additionalProperties": json(value),
      ]
    case .either(let forms): return ["anyOf": .array(forms.map { json($0) })]
    }
  }

  private mutating func reference(to record: RecordForm) -> JSONValue {
    if known.insert(record.name).inserted { waiting.append(record) }
    return ["$ref": .string("#/$defs/\(record.name)")]
  }
}

extension TextForm {
  fileprivate static func choice(of words: [String], _ phrase: String) -> Self {
    let escaped = words.map { $0.split(separator: "*", omittingEmptySubsequences: false) }
    return Self(
      phrase: phrase, plural: phrase,
      pattern: "^(\(escaped.map { $0.joined(separator: "\\*") }.joined(separator: "|")))$")
  }
}

extension RuleBook {
  /// The settings of all rules that have some.
  fileprivate var settingsForm: RecordForm {
    RecordForm(
      name: "rule-settings", phrase: "the settings of rules",
      keys: ids.compactMap { id in
        self[id].map { rule in
          RecordForm.Key(
            id,
            .record {
              RecordForm(
                name: "settings-of-\(id)", phrase: "the settings of \(id)",
                keys: rule.settings.map { RecordForm.Key($0.key, $0.kind.form, $0.summary) })
            }, rule.title)
        }
      })
  }
}

extension Profile {
  fileprivate var fieldsForm: RecordForm {
    RecordForm(
      name: "fields", phrase: "the fields of the profile",
      keys: fields.map { RecordForm.Key($0.name, $0.form, $0.summary ?? "") })
  }
}
