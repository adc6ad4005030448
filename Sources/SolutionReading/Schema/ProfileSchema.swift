import SolutionModel
import YAMLSyntax

/// What a company, or a model, adds to the language: fields, types of element, levels and settings
/// of rules.
struct Profile: Sendable {
  var name: String?
  var summary: String?
  var types: [ElementKind: [String]] = [:]
  var fields: [FieldDeclaration] = []
  var review = ReviewDraft()

  func field(_ name: String) -> FieldDeclaration? { fields.first { $0.name == name } }
}

/// An extra fact that elements may have.
struct FieldDeclaration: Sendable {
  enum FieldType: String, Hashable, Sendable, CaseIterable {
    case choice = "enum"
    case date, number, url, text
  }

  let name: String
  var type: FieldType?
  /// The words of an `enum`.
  var values: [String] = []
  var summary: String?
  var requiredFor: [ElementKind] = []

  var form: ValueForm {
    switch type {
    case .choice: .word(values)
    case .date: .unit(.date)
    case .number: .number(-1e15...1e15)
    case .url: .text(.address)
    case .text, nil: .text(.plain)
    }
  }
}

/// The keys of a profile.
enum ProfileSchema {
  static let schema = RecordSchema<Profile>(
    "profile", "a profile",
    keys: [
      SchemaKey("lintel", SolutionSchema.versionForm, "The version of the language") {
        node, _, reading in
        reading.checkVersion(node)
      },
      SchemaKey("name", .text, \.name, "What people call the profile"),
      SchemaKey("summary", .text, \.summary, "One sentence that says whom it is for"),
      SchemaKey(
        "fields", .map(keys: .identifier, of: .record { field.form }),
        "Extra facts that elements may have"
      ) {
        node, profile, reading in
        for entry in reading.entries(of: node) {
          if let field = reading.field(entry) { profile.fields.append(field) }
        }
      },
      SchemaKey(
        "types", .map(keys: .elementKind, of: .list(of: .text(.identifier))),
        "Further words for the type of an element, by kind"
      ) {
        node, profile, reading in
        for entry in reading.entries(of: node) {
          guard let kind = reading.elementKind(entry.key) else { continue }
          reading.key = "types"
          let words = ValueKind<[String]>.list(of: .identifier).read(entry.value, &reading)
          profile.types[kind, default: []] += words ?? []
        }
      },
      review(ReviewSchema.levels), review(ReviewSchema.settings),
    ])

  static let field = RecordSchema<FieldDeclaration>(
    "field", "a field",
    keys: [
      SchemaKey("type", .word, \.type, "What its values are").required,
      SchemaKey("values", .list(of: .text), adding: \.values, "The words of an `enum`"),
      SchemaKey("summary", .text, \.summary, "One sentence that says what it means"),
      SchemaKey(
        "required-for", .list(of: .word), adding: \.requiredFor,
        "The kinds of element that must have it"),
    ])

  /// A key of the review settings that a profile may set, too.
  private static func review(_ key: SchemaKey<ReviewDraft>) -> SchemaKey<Profile> {
    SchemaKey(key.name, key.form, key.summary) { node, profile, reading in
      key.store(node, &profile.review, &reading)
    }
  }
}

extension TextForm {
  fileprivate static let elementKind = TextForm(
    phrase: "a kind of element", plural: "kinds of element",
    pattern: "^(\(ElementKind.allCases.map(\.rawValue).joined(separator: "|")))$")
}

extension ValueKind where Value == String {
  /// A name of letters, digits, hyphens and underscores.
  static var identifier: Self {
    Self(
      .text(.identifier),
      text: { text, node, reading in
        reading.checkIdentifier(text, at: node.range) ? text : nil
      })
  }
}

extension Reading {
  fileprivate mutating func field(_ entry: YAMLNode.Entry) -> FieldDeclaration? {
    guard checkIdentifier(entry.key.text, at: entry.key.range) else { return nil }
    var field = FieldDeclaration(name: entry.key.text)
    guard ProfileSchema.field.read(entry.value, into: &field, &self) else { return nil }
    if field.type == .choice, field.values.isEmpty {
      report("missing-key", "a field of type enum needs 'values'", at: entry.key.range)
      return nil
    }
    return field
  }

  fileprivate mutating func elementKind(_ node: YAMLNode) -> ElementKind? {
    if let kind = ElementKind(rawValue: node.text) { return kind }
    reportUnknownWord(node.text, among: ElementKind.allCases.map(\.rawValue), at: node.range)
    return nil
  }
}
