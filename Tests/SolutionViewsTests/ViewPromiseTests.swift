import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

/// What holds for every view of every solution.
@Suite struct ViewPromiseTests {
  @Test("every link in use is drawn or lies inside a box of the landscape", arguments: 1...20)
  func losesNoLink(seed: Int) throws {
    let solution = RandomSolution.solution(size: 60, seed: seed)
    for limit in [3, 60] {
      let catalog = ViewCatalog(SolutionGraph(solution), boxLimit: limit)
      let view = try #require(catalog.view(named: "landscape"))
      let shown = Set(view.connections.flatMap(\.links) + view.innerLinks)
      #expect(shown == Set(solution.links.filter(\.isInUse).map(\.id)))
      #expect(view.members.count <= limit)
    }
  }

  @Test("every link of a system is in its context and its inside", arguments: 1...20)
  func losesNoLinkOfASystem(seed: Int) {
    let solution = RandomSolution.solution(size: 40, seed: seed)
    for view in ViewCatalog(SolutionGraph(solution)).views {
      guard [.context, .inside].contains(view.kind), case .element(let id) = view.focus else {
        continue
      }
      let expected = solution.links.filter { link in
        let stops = [link.source] + link.through + [link.destination]
        return link.isInUse && stops.contains { $0 == id || $0.text.hasPrefix(id.text + ".") }
      }
      let shown = Set(view.connections.flatMap(\.links) + view.innerLinks)
      #expect(shown == Set(expected.map(\.id)), "\(view.id)")
    }
  }

  @Test("a link is drawn once for each hop between the boxes of its stops", arguments: 1...20)
  func drawsEachHopOnce(seed: Int) {
    let solution = RandomSolution.solution(size: 40, seed: seed)
    for view in ViewCatalog(SolutionGraph(solution), boxLimit: 12).views where view.sequence == nil
    {
      var hops: [LinkID: Set<[Int]>] = [:]
      for connection in view.connections {
        #expect(connection.links == connection.links.sorted() && !connection.links.isEmpty)
        for link in connection.links {
          let hop = [connection.source, connection.destination]
          #expect(hops[link, default: []].insert(hop).inserted)
        }
      }
      for (id, drawn) in hops {
        guard let link = solution.link(id) else { continue }
        #expect(drawn == Self.hops(of: link, in: view, solution), "\(view.id) \(id)")
        #expect(!view.innerLinks.contains(id))
      }
      let pairs = view.connections.map { [$0.source, $0.destination] }
      #expect(Set(pairs).count == pairs.count)
    }
  }

  @Test("frames and boxes name each subject once, and point at what is there", arguments: 1...20)
  func isWellFormed(seed: Int) {
    let solution = RandomSolution.solution(size: 40, seed: seed)
    for view in ViewCatalog(SolutionGraph(solution), boxLimit: 12).views where view.sequence == nil
    {
      #expect(Set(view.members.map(\.subject)).count == view.members.count)
      #expect(Set(view.groups.map(\.subject)).count == view.groups.count)
      let keys = view.members.map(\.subject.description)
      #expect(keys == keys.sorted())
      for (place, group) in view.groups.enumerated() { #expect(group.parent ?? -1 < place) }
      for member in view.members {
        #expect(member.group ?? -1 < view.groups.count)
        #expect(member.hiddenParts >= 0)
        #expect(!member.reason.isEmpty)
      }
      for connection in view.connections {
        #expect(view.members.indices.contains(connection.source))
        #expect(view.members.indices.contains(connection.destination))
      }
    }
  }

  @Test("boxes of the landscape stand for every element", arguments: 1...10)
  func countsEveryElement(seed: Int) throws {
    let solution = RandomSolution.solution(size: 200, seed: seed)
    for limit in [2, 8, 500] {
      let catalog = ViewCatalog(SolutionGraph(solution), boxLimit: limit)
      let view = try #require(catalog.view(named: "landscape"))
      let counted = view.members.reduce(0) { sum, member in
        sum + member.hiddenParts + (member.standsFor.isEmpty ? 1 : 0)
      }
      #expect(counted == solution.elements.count)
    }
  }

  /// The boxes that a link comes by, worked out by names alone.
  private static func hops(of link: Link, in view: View, _ solution: Solution) -> Set<[Int]> {
    func box(_ id: ElementID) -> Int? {
      var path = id.text
      while true {
        let found = view.members.firstIndex { member in
          member.subject == .element(ElementID(path))
            || member.standsFor.contains(ElementID(path))
        }
        if let found { return found }
        guard let dot = path.lastIndex(of: ".") else { return nil }
        path = String(path[..<dot])
      }
    }
    var route: [Int] = []
    for stop in [link.source] + link.through {
      if let place = box(stop), place != route.last { route.append(place) }
    }
    if let last = box(link.destination),
      last != route.last
        || (route.count == 1 && link.source == link.destination
          && view.members[last].subject == .element(link.source))
    {
      route.append(last)
    }
    return Set(zip(route, route.dropFirst()).map { [$0, $1] })
  }
}
