import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// A type that the language or the profile knows for a kind of element.
  mutating func elementType(_ node: YAMLNode, of kind: ElementKind) -> ElementType? {
    guard node.kind == .scalar, !node.isNull else {
      reportWrongShape(node, expected: .word(typeWords(of: kind)))
      return nil
    }
    let type = ElementType(rawValue: node.text)
    if ElementType.known(for: kind).contains(type) { return type }
    let words = typeWords(of: kind)
    if words.contains(node.text) { return type }
    let homes = ElementKind.allCases.filter { typeWords(of: $0).contains(node.text) }
    if homes.isEmpty {
      reportUnknownWord(node.text, among: words, at: node.range)
    } else {
      report(
        "unknown-word",
        "\(node.text.quoted) is a type of \(homes.map(\.phrase).joined(by: "or")), not of \(kind.phrase)",
        at: node.range, help: ["known values: \(words.joined(separator: ", "))"])
    }
    return nil
  }

  private func typeWords(of kind: ElementKind) -> [String] {
    ElementType.known(for: kind).map(\.rawValue) + (profile.types[kind] ?? [])
  }

  /// Reads the extra facts that the profile declares.
  mutating func readFields(_ node: YAMLNode, into element: inout Element) {
    for entry in entries(of: node) {
      let name = entry.key.text
      guard let field = profile.field(name) else {
        let known = profile.fields.map(\.name)
        report(
          "unknown-field", "\(name.quoted) is not a field that a profile declares",
          at: entry.key.range,
          help: known.isEmpty
            ? ["a profile declares fields: profile: profile.yaml"]
            : help(for: name, among: known, title: "known fields"))
        continue
      }
      guard element.fields[name] == nil else {
        report("described-twice", "the field \(name.quoted) is given twice", at: entry.key.range)
        continue
      }
      key = name
      element.fields[name] = fieldValue(entry.value, of: field)
    }
  }

  private mutating func fieldValue(_ node: YAMLNode, of field: FieldDeclaration) -> FieldValue? {
    switch field.type {
    case .choice:
      guard node.kind == .scalar, !node.isNull else {
        reportWrongShape(node, expected: field.form)
        return nil
      }
      if field.values.contains(node.text) { return .word(node.text) }
      reportUnknownWord(node.text, among: field.values, at: node.range)
      return nil
    case .date: return ValueKind<CalendarDate>.date.read(node, &self).map(FieldValue.date)
    case .number:
      return ValueKind<Double>.number(-1e15...1e15).read(node, &self).map(FieldValue.number)
    case .url: return ValueKind<String>.address.read(node, &self).map(FieldValue.link)
    case .text, nil: return ValueKind<String>.text.read(node, &self).map(FieldValue.text)
    }
  }

  /// Reports what the facts of an element contradict, and what the profile asks for and it lacks.
  mutating func check(_ element: Element, _ passages: [Passage]) {
    if let needed = element.needs, needed > element.instances ?? 1 {
      for passage in passages {
        guard let node = passage.value.value(of: "needs") else { continue }
        file = passage.file
        report(
          "out-of-range",
          "'needs' is at most the number of instances (\(element.instances ?? 1)), not '\(needed)'",
          at: node.range)
      }
    }
    if !profile.fields.isEmpty, let passage = passages.first {
      checkRequiredFields(of: element, passage)
    }
  }

  private mutating func checkRequiredFields(of element: Element, _ passage: Passage) {
    let missing = profile.fields.filter {
      $0.requiredFor.contains(element.kind) && element.fields[$0.name] == nil
    }
    guard !missing.isEmpty, !isIncomplete else { return }
    file = passage.file
    report(
      "missing-field",
      "\(element.id.text.quoted) needs \(missing.map(\.name.quoted).joined(by: "and")) under 'fields'",
      at: passage.key.range)
  }

  /// The ids that an element had before.
  ///
  /// A single part is taken for both: the id beside the one it has now, and the id on the top
  /// level.
  mutating func formerIDs(in node: YAMLNode, of element: Element) -> [ElementID] {
    let texts = ValueKind<[String]>.list(of: .text).read(node, &self) ?? []
    return texts.flatMap { text -> [ElementID] in
      if names.elements.place(of: text) != nil {
        let item = node.items.first { $0.text == text }
        report(
          "former-id-in-use", "\(text.quoted) is still the id of an element",
          at: (item ?? node).range)
        return []
      }
      guard let parent = element.parent, !text.contains(".") else { return [ElementID(text)] }
      return [ElementID("\(parent).\(text)"), ElementID(text)]
    }
  }

  /// The ids that a link had before; ends that are still elements are taken by their whole path.
  mutating func formerLinkIDs(in node: YAMLNode) -> [LinkID] {
    let texts = ValueKind<[String]>.list(of: .text).read(node, &self) ?? []
    return texts.map { text in
      guard let arrow = Arrow(text) else { return LinkID(text) }
      return LinkID(
        from: path(of: arrow.source.text), to: path(of: arrow.destination.text), twin: arrow.twin)
    }
  }

  private mutating func path(of name: String) -> ElementID {
    guard case .one(let place) = names.elements.find(name) else { return ElementID(name) }
    return names.elements.declarations[place].id
  }
}
