import SolutionModel

/// Names that outlive a rename: those that the parts of a solution had first.
///
/// `formerly` lists whole ids, the oldest first. An id that another part has today is passed over: it
/// was given away.
///
/// A class, because every fingerprint refers to it.
final class LastingNames: Sendable {
  private let solution: Solution
  private let waivers: [Waiver]
  /// Without one, every name lasts.
  private let hasRenames: Bool
  /// Deeper than any model nests; keeps a broken one from going round.
  private static let depthLimit = 128

  init(_ solution: Solution, waivers: [Waiver]) {
    self.solution = solution
    self.waivers = waivers
    hasRenames =
      solution.elements.indices.contains { !solution.elements[$0].formerly.isEmpty }
      || solution.links.indices.contains { !solution.links[$0].record.formerly.isEmpty }
  }

  /// Roles with the lasting names of their subjects, in the order of both.
  func sorted(_ roles: [Finding.Role]) -> [(name: String, subject: String)] {
    let named = roles.map { (name: $0.name, subject: name(of: $0.subject)) }
    // Without renames a finding has them in order already.
    return hasRenames ? named.sorted { ($0.name, $0.subject) < ($1.name, $1.subject) } : named
  }

  /// The kind and the lasting id of a subject.
  func name(of subject: ElementPath.Subject) -> String {
    switch subject {
    case .element(let id) where hasRenames: "element:\(name(of: id))"
    case .link(let id) where hasRenames: "link:\(name(of: id))"
    case .waiver(let index): "waiver:\(name(ofWaiver: index))"
    case .solution, .element, .link, .data, .flow, .team, .domain, .zone, .view:
      subject.description
    }
  }

  private func name(of id: ElementID) -> String {
    var inner = ""
    var outer = id
    for _ in 0..<Self.depthLimit {
      guard let index = solution.index(of: outer) else { break }
      let parent = solution.elements[index].parent
      let former = solution.elements[index].formerly.first { solution.index(of: $0) == nil }
      guard let parent, former?.text.hasPrefix("\(parent).") ?? true else {
        return (former ?? outer).text + inner
      }
      // What is around it may have been renamed as well.
      inner = (former ?? outer).text.dropFirst(parent.text.utf8.count) + inner
      outer = parent
    }
    return outer.text + inner
  }

  private func name(of id: LinkID) -> String {
    guard let link = solution.link(id) else { return id.text }
    if let former = link.record.formerly.first(where: { solution.index(of: $0) == nil }) {
      return former.text
    }
    if link.hasDeclaredID { return id.text }
    let twin = id.text.firstIndex(of: "~").map { id.text[$0...] } ?? ""
    return "\(name(of: link.source))->\(name(of: link.destination))\(twin)"
  }

  /// A waiver has no id; it is told by what it says, never by its place in the list.
  private func name(ofWaiver index: Int) -> String {
    guard waivers.indices.contains(index) else { return "\(index)" }
    let waiver = waivers[index]
    switch waiver.subject {
    case .path(let subject): return "\(waiver.rule) on \(name(of: subject)) until \(waiver.until)"
    case .selection(let selector): return "\(waiver.rule) on \(selector) until \(waiver.until)"
    }
  }
}
