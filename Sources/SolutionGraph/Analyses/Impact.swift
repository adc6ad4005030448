import GraphAlgorithms
public import SolutionModel

/// Who feels it when some elements change or fail.
public struct Impact: Hashable, Sendable {
  /// An element that feels it.
  public struct Hit: Hashable, Sendable {
    public let element: ElementID
    /// Whether it cannot do its work without what is hit, over hard links all the way; else it has
    /// a way around it for a while.
    public let isHard: Bool
    /// From what is hit to the element.
    public let path: [ElementID]
    /// Between each two of the path the link by which the later needs the earlier; nil where the
    /// later is part of the earlier.
    public let links: [LinkID?]

    /// 1 for those that are hit directly.
    public var distance: Int { links.count }
  }

  /// What becomes of a flow.
  public enum Effect: String, Hashable, Sendable, CaseIterable, Comparable {
    /// It cannot run.
    case stops
    /// What it needs may need what is hit, for this or for another function.
    case mayStop = "may-stop"
    /// A fallback stands in.
    case fallsBack = "falls-back"
    /// It runs, and its result comes late.
    case isLate = "is-late"

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A flow that feels it.
  public struct FlowHit: Hashable, Sendable {
    public let flow: FlowID
    public let effect: Effect
  }

  /// A team that owns something that is hit.
  public struct TeamHit: Hashable, Sendable {
    public let team: TeamID
    public let hardCount: Int
    public let softCount: Int
  }

  /// Data that is kept where it is hit, or that travels from or to there.
  public struct DataHit: Hashable, Sendable {
    public let data: DataID
    public let isMastered: Bool
    public let isCopied: Bool
    /// How many links carry it from or to there.
    public let linkCount: Int
  }

  /// What changes or fails, and what lies inside it.
  public let elements: [ElementID]
  /// Hard ones first, then by distance, then by id.
  public let hits: [Hit]
  /// The gravest effect first, then in the order of the flows.
  public let flows: [FlowHit]
  /// The most hits first; owners of what is asked about are counted only where they own a hit.
  public let teams: [TeamHit]
  public let data: [DataHit]
}

extension SolutionGraph {
  /// Who feels it when some elements change or fail together, with all that lies inside them.
  ///
  /// Elements feel it along dependencies at any distance: hard where hard links lead there, and soft
  /// where only others do. People are among them.
  ///
  /// - Complexity: O(n + m), and for each flow what it needs.
  public func impact(of elements: [ElementID]) -> Impact {
    let origins = insides(of: elements.compactMap { solution.index(of: $0) })
    let isOrigin = Set(origins)
    let hits = hits(by: origins).filter { hit in
      solution.index(of: hit.element).map { !isOrigin.contains($0) } ?? false
    }
    return Impact(
      elements: origins.map(elementID), hits: hits,
      flows: solution.flows.compactMap { flow in
        effect(of: isOrigin, on: flow).map { Impact.FlowHit(flow: flow.id, effect: $0) }
      }.enumerated().sorted {
        ($0.element.effect, $0.offset) < ($1.element.effect, $1.offset)
      }.map(\.element),
      teams: teams(of: hits), data: data(at: isOrigin))
  }

  /// The vertices and all that lies inside them, ascending.
  private func insides(of vertices: [Int]) -> [Int] {
    var isInside = [Bool?](repeating: nil, count: placements.count)
    for vertex in vertices { isInside[vertex] = true }
    for start in placements.indices {
      var chain: [Int] = []
      var next: Int? = start
      while let vertex = next, isInside[vertex] == nil {
        isInside[vertex] = false
        chain.append(vertex)
        next = placements[vertex].parent
      }
      if next.flatMap({ isInside[$0] }) == true { for vertex in chain { isInside[vertex] = true } }
    }
    return isInside.indices.filter { isInside[$0] == true }
  }

  private func hits(by origins: [Int]) -> [Impact.Hit] {
    let hard = DependencyGraph(ofNeedsIn: self)
    let any = DependencyGraph(dependencies(), vertexCount: placements.count)
    let byHard = ShortestPaths(in: hard.graph.reversed, from: origins)
    let byAny = ShortestPaths(in: any.graph.reversed, from: origins)
    let first = byHard.reached.map { hit($0, byHard, hard, isHard: true) }
    let second = byAny.reached.filter { !byHard.reaches($0) }.map {
      hit($0, byAny, any, isHard: false)
    }
    return [first, second].flatMap { hits in
      hits.compactMap(\.self).sorted { ($0.distance, $0.element) < ($1.distance, $1.element) }
    }
  }

  private func hit(
    _ vertex: Int, _ paths: ShortestPaths, _ dependencies: DependencyGraph, isHard: Bool
  ) -> Impact.Hit? {
    paths.path(to: vertex).map { path in
      Impact.Hit(
        element: elementID(vertex), isHard: isHard, path: path.vertices.map(elementID),
        links: path.edges.map { edge in
          let link = dependencies.links[edge]
          return link == DependencyGraph.containment ? nil : linkID(link)
        })
    }
  }

  private func effect(of failed: Set<Int>, on flow: Flow) -> Impact.Effect? {
    let needs = FlowNeeds(of: flow, in: self)
    let lost = needs.needed.filter { failed.contains($0.vertex) }
    if lost.contains(where: { !$0.isInferred }) { return .stops }
    if !lost.isEmpty { return .mayStop }
    if needs.softened.contains(where: failed.contains) { return .fallsBack }
    return needs.deferred.contains(where: failed.contains) ? .isLate : nil
  }

  private func teams(of hits: [Impact.Hit]) -> [Impact.TeamHit] {
    var counts: [TeamID: (hard: Int, soft: Int)] = [:]
    for hit in hits {
      guard let vertex = solution.index(of: hit.element), let team = placements[vertex].owner
      else { continue }
      if hit.isHard {
        counts[team, default: (0, 0)].hard += 1
      } else {
        counts[team, default: (0, 0)].soft += 1
      }
    }
    return counts.map { Impact.TeamHit(team: $0, hardCount: $1.hard, softCount: $1.soft) }
      .sorted {
        let (one, other) = ($0.hardCount + $0.softCount, $1.hardCount + $1.softCount)
        return one == other ? $0.team < $1.team : one > other
      }
  }

  private func data(at origins: Set<Int>) -> [Impact.DataHit] {
    let ids = Set(origins.map(elementID))
    var links: [DataID: Int] = [:]
    for link in traits.indices where traits[link].isInUse {
      let touches = legs(of: link).contains {
        origins.contains($0.source) || origins.contains($0.destination)
      }
      guard touches else { continue }
      for data in Set(solution.links[link].carries) { links[data, default: 0] += 1 }
    }
    return solution.data.compactMap { object in
      let isMastered = object.masters.contains(where: ids.contains)
      let isCopied = object.copies.contains { ids.contains($0.element) }
      let count = links[object.id] ?? 0
      guard isMastered || isCopied || count > 0 else { return nil }
      return Impact.DataHit(
        data: object.id, isMastered: isMastered, isCopied: isCopied, linkCount: count)
    }
  }
}
