import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// The place of the element that a name leads to; nil after a report.
  mutating func element(_ name: NamePart) -> Int? {
    names.elements.place(of: name) ?? element(name.text, at: name.range)
  }

  /// The place of the element that a name leads to; nil after a report.
  mutating func element(_ name: String, at range: SourceRange) -> Int? {
    switch names.elements.find(name) {
    case .one(let place): return place
    case .several(let places): reportAmbiguous(name, places, at: range)
    case .none: reportUnknown(name, .element, at: range)
    }
    return nil
  }

  mutating func elementID(_ node: YAMLNode) -> ElementID? {
    element(NamePart(node)).map { names.elements.declarations[$0].id }
  }

  /// The team, domain, zone, data entity, flow or view that a name leads to; nil after a report.
  mutating func identifier<Noun>(_ name: String, _ referent: Referent, at range: SourceRange)
    -> Identifier<Noun>?
  {
    if names[referent]?.place(of: name) != nil { return Identifier(name) }
    reportUnknown(name, referent, at: range)
    return nil
  }

  /// Where a name of some kind is declared.
  func declaration(of name: String, _ referent: Referent) -> SourceLocation? {
    if let table = names[referent] {
      return table.passages(about: name)?.first.map { location(of: $0) }
    }
    var elements = names.elements
    guard case .one(let place) = elements.find(name) else { return nil }
    return names.elements.declarations[place].passages.first.map { location(of: $0) }
  }

  mutating func reportUnknown(_ name: String, _ referent: Referent, at range: SourceRange) {
    guard !isIncomplete else { return }
    names.loseMisplaced()
    guard !names.isLost(name) else { return }
    if let other = otherMeaning(of: name, than: referent) {
      report(
        "wrong-referent", "\(name.quoted) is \(other.phrase), not \(referent.phrase)", at: range,
        notes: other.location.map { [Diagnostic.Note("declared here", at: $0)] } ?? [])
      return
    }
    var notes: [Diagnostic.Note] = []
    var help: [String] = []
    if let near = nearestName(to: name, referent) {
      help = ["did you mean \(near.quoted)?"]
      if let place = declaration(of: near, referent) {
        notes = [Diagnostic.Note("\(near.quoted) is declared here", at: place)]
      }
    } else if let table = names[referent] {
      let known = table.ids.sorted()
      help =
        known.isEmpty
        ? ["the model declares no \(referent.plural)"]
        : known.count <= 12 ? ["known \(referent.plural): \(known.joined(separator: ", "))"] : []
    }
    report(
      "unknown-reference", "\(name.quoted) is not a known \(referent.noun)", at: range,
      notes: notes, help: help)
  }

  private mutating func reportAmbiguous(_ name: String, _ places: [Int], at range: SourceRange) {
    let shown = places.prefix(5).map { names.elements.declarations[$0] }
    var list = shown.map(\.id.text).sorted().joined(separator: ", ")
    if places.count > shown.count { list += " and \(places.count - shown.count) more" }
    report(
      "ambiguous-reference", "\(name.quoted) fits several elements: \(list)", at: range,
      notes: shown.sorted { $0.id < $1.id }.compactMap { declaration in
        declaration.passages.first.map {
          Diagnostic.Note("\(declaration.id.text.quoted) is declared here", at: location(of: $0))
        }
      },
      help: ["write as much of the path as only one of them has"])
  }

  private mutating func nearestName(to name: String, _ referent: Referent) -> String? {
    if let table = names[referent] { return nearest(to: name, in: table.ids) }
    let declarations = names.elements.declarations
    if name.contains(".") {
      return nearest(to: name, in: declarations.lazy.map(\.id.text))
    }
    return nearest(to: name, in: declarations.lazy.map { String($0.id.lastPart) })
  }

  /// What a name is, if it is not what was wanted.
  private func otherMeaning(of name: String, than referent: Referent) -> (
    phrase: String, location: SourceLocation?
  )? {
    for other in Referent.allCases where other != referent {
      if let found = names[other]?.passages(about: name) {
        return (other.phrase, found.first.map { location(of: $0) })
      }
    }
    guard referent != .element else { return nil }
    var elements = names.elements
    guard case .one(let place) = elements.find(name) else { return nil }
    let declaration = names.elements.declarations[place]
    return (declaration.kind.phrase, declaration.passages.first.map { location(of: $0) })
  }
}

extension ElementKind {
  /// With its article, for messages: `an app`.
  var phrase: String { (title.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + title }
}

extension ValueKind {
  /// The name of a team, a domain, a zone, a data entity, a flow or a view.
  static func identifier<Noun>(_ referent: Referent) -> Self where Value == Identifier<Noun> {
    Self(
      .reference(referent),
      text: { text, node, reading in
        reading.identifier(text, referent, at: node.range)
      })
  }
}

extension ValueKind where Value == TeamID {
  static var team: Self { identifier(.team) }
}

extension ValueKind where Value == DomainID {
  /// The name of a domain; any id will do in a model that declares none.
  static var domain: Self {
    Self(
      .reference(.domain),
      text: { text, node, reading in
        guard reading.names.domains.ids.isEmpty else {
          return reading.identifier(text, .domain, at: node.range)
        }
        guard reading.checkIdentifier(text, at: node.range) else { return nil }
        reading.names.impliedDomains.insert(text)
        return DomainID(text)
      })
  }
}

extension ValueKind where Value == ZoneID {
  static var zone: Self { identifier(.zone) }
}

extension ValueKind where Value == DataID {
  static var data: Self { identifier(.data) }
}

extension ValueKind where Value == ElementID {
  static var element: Self {
    Self(.reference(.element), text: { _, node, reading in reading.elementID(node) })
  }
}
