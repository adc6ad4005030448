import SolutionModel

/// Makes boxes, frames and arrows of a draft.
///
/// An end of a link that is not shown itself is drawn at the nearest shown element around it. A link
/// with both ends at the same box has no arrow and is an inner link. A link that passes others
/// (`through`) has an arrow for each hop between boxes. A shown element that others lie in is a
/// frame; when links end at it as a whole, or not all of its parts are shown, it has a box of its
/// own inside its frame as well.
struct ViewComposition {
  /// What a box stands for: an element, or a subject that several were rolled up into.
  private enum Place: Hashable {
    case element(Int)
    case subject(ElementPath.Subject)
  }

  private let source: ViewSource
  private let draft: ViewDraft
  /// The elements that are drawn as frames.
  private var framed: Set<Int> = []

  private(set) var groups: [View.Group] = []
  private(set) var members: [View.Member] = []
  private(set) var connections: [View.Connection] = []
  private(set) var innerLinks: [LinkID] = []

  /// - Complexity: O(k log k) in the elements and links of the draft, times the depth of nesting.
  init(_ draft: ViewDraft, from source: ViewSource) {
    self.source = source
    self.draft = draft
    for element in Array(draft.shown.keys) + draft.standIns.keys {
      framed.formUnion(source.tree.surroundings(of: element))
    }
    let hops = self.hops()
    let groupOf = layGroups()
    let memberOf = layMembers(ends: hops, groupOf)
    layConnections(hops, memberOf)
  }

  private struct Hop: Hashable {
    let source: Place
    let destination: Place
  }

  /// The links of each hop, ascending; links that stay inside a box are filed as inner ones.
  private mutating func hops() -> [Hop: [Int]] {
    var hops: [Hop: [Int]] = [:]
    for link in draft.links.sorted() {
      let stops = source.stops[link]
      guard let first = stops.first, let last = stops.last else { continue }
      guard let start = box(for: first), let end = box(for: last) else { continue }
      var route = [start]
      for stop in stops.dropFirst().dropLast() {
        if let place = box(for: stop), place != route.last { route.append(place) }
      }
      let isLoop = route.count == 1 && first == last && start == .element(first)
      if end != route.last || isLoop { route.append(end) }
      if route.count == 1 {
        innerLinks.append(source.solution.links[link].id)
      } else {
        var own = Set<Hop>()
        for (near, far) in zip(route, route.dropFirst()) {
          let hop = Hop(source: near, destination: far)
          if own.insert(hop).inserted { hops[hop, default: []].append(link) }
        }
      }
    }
    return hops
  }

  /// Where an end of a link is drawn; nil when nothing around it is shown.
  private func box(for element: Int) -> Place? {
    if draft.hidden.contains(element) { return nil }
    if let subject = draft.standIns[element] { return .subject(subject) }
    if draft.shown[element] != nil { return .element(element) }
    for outer in source.tree.surroundings(of: element) {
      if let subject = draft.standIns[outer] { return .subject(subject) }
      if draft.shown[outer] != nil { return .element(outer) }
    }
    return nil
  }

  /// Lists the frames, outer ones first, and says which place each has.
  private mutating func layGroups() -> [Int: Int] {
    let tree = source.tree
    let depths = framed.map {
      (depth: tree.surroundings(of: $0).reduce(0) { sum, _ in sum + 1 }, $0)
    }
    var groupOf: [Int: Int] = [:]
    for (_, element) in depths.sorted(by: { $0 < $1 }) {
      groupOf[element] = groups.count
      groups.append(
        View.Group(
          subject: .element(source.solution.elements[element].id),
          title: source.solution.elements[element].name,
          parent: group(around: element, groupOf)))
    }
    return groupOf
  }

  private func group(around element: Int, _ groupOf: [Int: Int]) -> Int? {
    for outer in source.tree.surroundings(of: element) {
      if let group = groupOf[outer] { return group }
    }
    return nil
  }

  private mutating func layMembers(
    ends hops: [Hop: [Int]], _ groupOf: [Int: Int]
  ) -> [Place: Int] {
    let hidden = hiddenParts()
    var drafts: [(place: Place, member: View.Member)] = []
    let touched = Set(hops.keys.flatMap { [$0.source, $0.destination] })
    for (element, reason) in draft.shown {
      // A frame needs a box only for links that end at it as a whole, and for parts not shown.
      let isWhole = framed.contains(element)
      guard !isWhole || touched.contains(.element(element)) || hidden[element] ?? 0 > 0 else {
        continue
      }
      let member = View.Member(
        subject: .element(source.solution.elements[element].id),
        group: groupOf[element] ?? group(around: element, groupOf),
        isFocus: draft.focus.contains(element), hiddenParts: hidden[element] ?? 0, reason: reason)
      drafts.append((.element(element), member))
    }
    for (subject, elements) in rolledUp() {
      let sizes = elements.map { source.tree.sizes[$0] }
      let outer = Set(elements.map { source.tree.parents[$0] })
      drafts.append(
        (
          .subject(subject),
          View.Member(
            subject: subject, group: outer.count == 1 ? outer.first?.flatMap { groupOf[$0] } : nil,
            hiddenParts: sizes.reduce(0, +),
            standsFor: elements.map { source.solution.elements[$0].id },
            reason: "stands for what is too much to show")
        ))
    }
    drafts.sort { $0.member.subject.description < $1.member.subject.description }
    members = drafts.map(\.member)
    return Dictionary(uniqueKeysWithValues: zip(drafts.map(\.place), 0...))
  }

  /// How many elements inside each shown one have no box or frame of their own.
  private func hiddenParts() -> [Int: Int] {
    let tree = source.tree
    var hidden: [Int: Int] = [:]
    for element in draft.shown.keys {
      hidden[element, default: 0] += tree.sizes[element] - 1
      let outer = tree.surroundings(of: element).first { draft.shown[$0] != nil }
      if let outer { hidden[outer, default: 0] -= tree.sizes[element] }
    }
    return hidden
  }

  /// The subjects that stand for several elements, with these.
  private func rolledUp() -> [ElementPath.Subject: [Int]] {
    Dictionary(grouping: draft.standIns.keys.sorted()) { draft.standIns[$0] ?? .solution }
  }

  private mutating func layConnections(_ hops: [Hop: [Int]], _ memberOf: [Place: Int]) {
    let solution = source.solution
    for (hop, links) in hops {
      guard let start = memberOf[hop.source], let end = memberOf[hop.destination] else { continue }
      let isLifted = links.contains { link in
        let stops = source.stops[link]
        return !stops.contains { Place.element($0) == hop.source }
          || !stops.contains { Place.element($0) == hop.destination }
      }
      connections.append(
        View.Connection(
          source: start, destination: end, links: links.map { solution.links[$0].id },
          isLifted: isLifted, steps: links.flatMap { draft.steps[$0] ?? [] }))
    }
    connections.sort { ($0.source, $0.destination) < ($1.source, $1.destination) }
  }
}
