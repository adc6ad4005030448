/// A map with known keys, as data: what JSON Schema, the reference page and messages need of it.
struct RecordForm: Sendable {
  struct Key: Sendable {
    let name: String
    let summary: String
    let form: ValueForm
    let isRequired: Bool
    /// The value that counts where the model gives none, as a model would write it.
    let usual: String?
  }

  struct Group: Sendable {
    /// Empty where the record has one group only.
    let title: String
    let keys: [Key]
  }

  /// Unique among records, in kebab-case.
  let name: String
  /// With its article, for messages: `a link`.
  let phrase: String
  let groups: [Group]
  /// The key whose value may stand alone for the whole record, such as `name`.
  let shorthand: String?
  /// A key that is itself a notation, such as `a -> b` of a link.
  let notationKey: Key?

  var keys: [Key] { groups.flatMap(\.keys) }
  var keyNames: [String] { keys.map(\.name) }
}

extension RecordForm {
  /// A record in one group.
  init(name: String, phrase: String, keys: [Key]) {
    self.init(
      name: name, phrase: phrase, groups: [Group(title: "", keys: keys)], shorthand: nil,
      notationKey: nil)
  }
}

extension RecordForm.Key {
  init(_ name: String, _ form: ValueForm, isRequired: Bool = false, _ summary: String) {
    self.init(name: name, summary: summary, form: form, isRequired: isRequired, usual: nil)
  }
}
