import SolutionModel
import YAMLSyntax

/// The keys of a view of one's own.
enum ViewSchema {
  typealias Key = SchemaKey<ViewDefinition>

  static let schema = RecordSchema<ViewDefinition>(
    "view", "a view",
    keys: [
      Key("title", .text, replacing: \.title, "The headline of the picture").usually("the id"),
      Key("summary", .text, \.summary, "One line that says what the picture answers"),
      Key(
        "of", .focus, \.focus,
        "The element or flow that the view is about; the kind of view follows from it"),
      Key("include", .list(of: .selector), adding: \.include, "What is shown"),
      Key("exclude", .list(of: .selector), adding: \.exclude, "What is not shown after all"),
      Key("color-by", .colorKey, \.colorBy, "The key or field whose values colour the boxes"),
      Key("direction", .word, \.direction, "Which way the picture reads"),
      Key("tags", .list(of: .text), adding: \.tags, "Words to select it by"),
    ])
}

extension ValueKind where Value == ViewDefinition.Focus {
  static var focus: Self {
    let form = ValueForm.either([.reference(.element), .reference(.flow)])
    return Self(
      form,
      text: { text, node, reading in
        if reading.names.flows.place(of: text) != nil {
          if reading.names.elements.place(of: text) != nil {
            reading.report(
              "ambiguous-reference", "\(text.quoted) is an element and a flow", at: node.range,
              help: ["give one of the two another id"])
            return nil
          }
          return .flow(FlowID(text))
        }
        return reading.elementID(node).map(ViewDefinition.Focus.element)
      })
  }
}

extension ValueKind where Value == String {
  /// A key that boxes can be coloured by.
  static var colorKey: Self {
    let form = ValueForm.text(
      TextForm(phrase: "a key of an element or a field", plural: "keys", pattern: nil))
    return Self(
      form,
      text: { text, node, reading in
        let known = ColorKeys.names + reading.profile.fields.map(\.name)
        if known.contains(text) { return text }
        reading.report(
          "unknown-key", "\(text.quoted) is not a key that boxes can be coloured by",
          at: node.range,
          help: reading.help(for: text, among: known, title: "known keys"))
        return nil
      })
  }
}

/// The keys of elements that have few enough values to be told apart by colour.
enum ColorKeys {
  static let names: [String] = {
    var names = ["kind"]
    for key in ElementKind.allCases.flatMap({ ElementSchema.schema(for: $0).form.keys })
    where !names.contains(key.name) && !unsuitable.contains(key.name) && isSuitable(key.form) {
      names.append(key.name)
    }
    return names
  }()

  private static let unsuitable: Set<String> = [
    "name", "summary", "todo", "documents", "decisions",
  ]

  private static func isSuitable(_ form: ValueForm) -> Bool {
    switch form {
    case .word, .flag, .reference, .unit, .count: true
    case .text(let form): form == .plain
    case .list(of: .text(.plain)): true
    case .number, .list, .oneOrMore, .record, .map, .either: false
    }
  }
}
