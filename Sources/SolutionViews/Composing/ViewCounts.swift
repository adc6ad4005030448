import SolutionModel

/// What a view shows, in numbers and words.
struct ViewCounts {
  /// As in `2 people, 3 systems, 9 links (4 more inside boxes)`.
  let text: String

  init(_ composition: ViewComposition, _ solution: Solution) {
    var kinds: [ElementKind: Int] = [:]
    var rolledUp = 0
    var standIns: [String: Int] = [:]
    for member in composition.members {
      if case .element(let id) = member.subject {
        if let kind = solution.element(id)?.kind { kinds[kind, default: 0] += 1 }
      } else {
        rolledUp += member.hiddenParts
        standIns[Self.noun(for: member.subject), default: 0] += 1
      }
    }
    var parts = ElementKind.allCases.compactMap { kind in
      kinds[kind].map { Self.counted($0, kind) }
    }
    if rolledUp > 0 {
      let names = standIns.sorted { $0.key > $1.key }.map { noun, count in
        count == 1 ? (noun.isEmpty ? "one box" : "1 \(noun)") : "\(count) \(noun)s"
      }
      parts.append("\(rolledUp) elements in \(names.joined(separator: " and "))")
    }
    let drawn = Set(composition.connections.flatMap(\.links)).count
    var links = drawn == 1 ? "1 link" : "\(drawn) links"
    if drawn > composition.connections.count {
      links += " in \(composition.connections.count) arrows"
    }
    let inner = composition.innerLinks.count
    if inner > 0 { links += " (\(inner) more inside boxes)" }
    text = (parts + [links]).joined(separator: ", ")
  }

  private static func noun(for subject: ElementPath.Subject) -> String {
    switch subject {
    case .domain: "domain"
    case .zone: "zone"
    case .team: "team"
    case .solution, .element, .link, .data, .flow, .view, .waiver: ""
    }
  }

  private static func counted(_ count: Int, _ kind: ElementKind) -> String {
    if kind == .person { return count == 1 ? "1 person" : "\(count) people" }
    return count == 1 ? "1 \(kind.title)" : "\(count) \(kind.title)s"
  }
}
