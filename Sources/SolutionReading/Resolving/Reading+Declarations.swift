import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// Deeper nesting of systems is a slip, and no picture shows it.
  private static let deepestElements = 16

  mutating func checkVersion(_ node: YAMLNode) {
    guard node.kind != .scalar || node.integer != SolutionSchema.version else { return }
    report(
      "unknown-version",
      "this Lintel reads version \(SolutionSchema.version) of the language, not \(node.shape)",
      at: node.range, help: ["write lintel: \(SolutionSchema.version)"])
  }

  /// Whether a text is an id; reports when it is none.
  mutating func checkIdentifier(_ text: String, at range: SourceRange) -> Bool {
    if text.isIdentifier { return true }
    let likely = text.likelyIdentifier
    report(
      "wrong-id",
      "\(text.quoted) is not an id: a letter, then letters, digits, hyphens and underscores",
      at: range, help: likely.isIdentifier ? ["write \(likely)"] : [])
    return false
  }

  /// Calls back with the entries of a section whose keys are ids; the others are reported.
  private mutating func forEachMember(
    of section: YAMLNode, _ found: (YAMLNode.Entry, String, inout Self) -> Void
  ) {
    guard section.kind == .mapping else {
      if !section.isNull {
        report(
          "wrong-shape", "\(key.quoted) takes a map from ids, not \(section.shape)",
          at: section.range, help: ["write each member as id: { name: … }"])
        names.lose(inside: section)
      }
      return
    }
    let entries = section.entries
    guard hasRoom(for: entries.count, at: section.range) else { return }
    for entry in entries {
      let id = entry.key.text
      if id.isIdentifier || checkIdentifier(id, at: entry.key.range) {
        found(entry, id, &self)
      } else {
        names.lose(below: entry)
      }
    }
  }

  /// Whether so many more parts still fit into a model; reports when they do not.
  ///
  /// The limit is far above what anybody could look at, and keeps memory within bounds.
  mutating func hasRoom(for count: Int, at range: SourceRange) -> Bool {
    names.partCount += count
    guard names.partCount > Names.partLimit else { return true }
    if !isIncomplete {
      report("too-many-parts", "a model has at most \(Names.partLimit) parts", at: range)
      isIncomplete = true
    }
    return false
  }

  private func passage(_ entry: YAMLNode.Entry) -> Passage {
    Passage(file: file, key: entry.key, value: entry.value)
  }

  /// Declares the members of a section of teams, domains, data entities, flows or views.
  mutating func declare(_ section: YAMLNode, in table: WritableKeyPath<Names, DeclaredNames>) {
    forEachMember(of: section) { entry, id, reading in
      reading.names[keyPath: table].declare(id, reading.passage(entry))
    }
  }

  mutating func declareZones(_ section: YAMLNode, parent: String?) {
    forEachMember(of: section) { entry, id, reading in
      reading.declareZone(entry, id, parent: parent)
    }
  }

  private mutating func declareZone(_ entry: YAMLNode.Entry, _ id: String, parent: String?) {
    if let known = names.zones.passages(about: id)?.first,
      known.file == file || names.zoneParents[id] != parent
    {
      reportDeclaredTwice(id, entry.key, earlier: location(of: known))
      return
    }
    names.zones.declare(id, passage(entry))
    names.zoneParents[id] = parent
    guard let inner = entry.value.value(of: ZoneSchema.sectionName) else { return }
    key = ZoneSchema.sectionName
    declareZones(inner, parent: id)
  }

  /// Declares the members of a section of elements, and all that is inside them.
  mutating func declareElements(_ kind: ElementKind, in section: YAMLNode, parent: Int? = nil) {
    let outer = parent.map { names.elements.declarations[$0].id.text + "." } ?? ""
    forEachMember(of: section) { entry, id, reading in
      reading.declareElement(entry, ElementID(outer + id), kind, parent: parent)
    }
  }

  private mutating func declareElement(
    _ entry: YAMLNode.Entry, _ id: ElementID, _ kind: ElementKind, parent: Int?
  ) {
    if let place = names.elements.place(of: id.text) {
      let known = names.elements.declarations[place]
      guard known.kind == kind, !known.passages.contains(where: { $0.file == file }) else {
        reportDeclaredTwice(
          id.text, entry.key, earlier: known.passages.first.map { location(of: $0) })
        return
      }
      names.elements.add(passage(entry), to: place)
      declareParts(of: entry.value, place: place)
      return
    }
    guard id.depth <= Self.deepestElements else {
      report(
        "too-deep", "elements nest at most \(Self.deepestElements) deep", at: entry.key.range)
      names.lose(below: entry)
      return
    }
    let place = names.elements.declare(
      ElementNames.Declaration(id: id, kind: kind, parent: parent, passages: [passage(entry)]))
    declareParts(of: entry.value, place: place)
  }

  /// Declares what the sections inside an element hold.
  private mutating func declareParts(of body: YAMLNode, place: Int) {
    let kind = names.elements.declarations[place].kind
    let inner = ElementSchema.kinds(inside: kind)
    guard !inner.isEmpty else { return }
    for entry in body.entries {
      guard let section = entry.key.place(in: ElementSchema.sections),
        inner.contains(ElementKind.allCases[section])
      else { continue }
      key = ElementSchema.sections.texts[section]
      declareElements(ElementKind.allCases[section], in: entry.value, parent: place)
    }
  }

  private mutating func reportDeclaredTwice(
    _ id: String, _ key: YAMLNode, earlier: SourceLocation?
  ) {
    report(
      "declared-twice", "\(id.quoted) is declared twice", label: "again here", at: key.range,
      notes: earlier.map { [Diagnostic.Note("the other place", at: $0)] } ?? [],
      help: ["give one of the two another id"])
  }

  mutating func collectExtensions(_ node: YAMLNode) {
    for entry in entries(of: node) {
      names.extensions.append(
        Passage(file: file, key: entry.key, value: entry.value, isExtension: true))
    }
  }

  /// Files what stands under `extend` with the elements that it is about.
  ///
  /// An extension may declare elements that another one extends, so that this goes on as long as
  /// one finds its element.
  mutating func resolveExtensions() {
    var open = names.extensions
    while !open.isEmpty {
      var left: [Passage] = []
      for passage in open {
        guard case .one(let place) = names.elements.find(passage.key.text) else {
          left.append(passage)
          continue
        }
        names.elements.add(passage, to: place)
        file = passage.file
        declareParts(of: passage.value, place: place)
      }
      if left.count == open.count { break }
      open = left
    }
    for passage in open where names.elements.isUnknown(passage.key.text) {
      file = passage.file
      key = "extend"
      _ = element(passage.key.text, at: passage.key.range)
    }
  }
}

extension ElementNames {
  /// Whether a name does not lead to one element.
  fileprivate mutating func isUnknown(_ name: String) -> Bool {
    if case .one = find(name) { false } else { true }
  }
}

extension ElementID {
  /// How many elements the path has, its own included.
  fileprivate var depth: Int { text.utf8.count { $0 == UInt8(ascii: ".") } + 1 }
}

extension String {
  var isIdentifier: Bool {
    guard let first = utf8.first, first.isLowercaseLetter || first.isUppercaseLetter else {
      return false
    }
    return utf8.allSatisfy {
      $0.isLowercaseLetter || $0.isUppercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
  }

  /// The id that somebody may have meant: letters and digits, with hyphens for all else.
  fileprivate var likelyIdentifier: String {
    unicodeScalars.prefix(60).split { scalar in
      !(scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)))
        && scalar != "_"
    }.map(String.init).joined(separator: "-")
  }
}
