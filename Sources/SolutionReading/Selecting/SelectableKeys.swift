import SolutionModel

/// The keys that a predicate can ask for: those of elements and links whose value is one word,
/// number or name, lists of such, and a few that follow from the place of an element.
enum SelectableKeys {
  /// In the order of help.
  static let names: [String] = {
    var names = ["kind", "id", "tag", "system"]
    for key in all where !names.contains(key.name) && isSelectable(key.form) {
      names.append(key.name)
    }
    return names
  }()

  /// How the values of a key are written, on elements and on links; nil for a key that nothing has.
  static func forms(of key: String) -> [ValueForm]? { formsByName[key] }

  private static let all =
    ElementKind.allCases.flatMap { ElementSchema.schema(for: $0).form.keys }
    + LinkSchema.schema.form.keys

  private static let formsByName: [String: [ValueForm]] = {
    var forms: [String: [ValueForm]] = [
      "kind": [.word(ElementKind.allCases.map(\.rawValue))], "id": [.text(.plain)],
      "tag": [.text(.plain)], "system": [.reference(.element)],
    ]
    for key in all where isSelectable(key.form) {
      forms[key.name, default: []].append(item(of: key.form))
    }
    // `type = store` asks for the kind, as people say it.
    forms["type", default: []].append(.word(ElementKind.allCases.map(\.rawValue)))
    return forms
  }()

  private static func item(of form: ValueForm) -> ValueForm {
    switch form {
    case .list(let item), .oneOrMore(let item): item
    case .text, .flag, .word, .count, .number, .unit, .reference, .record, .map, .either: form
    }
  }

  private static func isSelectable(_ form: ValueForm) -> Bool {
    switch item(of: form) {
    case .text, .flag, .word, .count, .number, .unit, .reference, .either: true
    case .record, .map, .list, .oneOrMore: false
    }
  }
}
