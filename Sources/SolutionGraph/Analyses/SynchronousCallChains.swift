import GraphAlgorithms
public import SolutionModel

/// Links that wait on each other, one inside the other.
public struct CallChain: Hashable, Sendable {
  /// The outermost caller.
  public let start: ElementID
  /// How many hops wait in a row; a link that passes a gateway is two.
  public let depth: Int
  public let path: SolutionPath
}

extension SolutionGraph {
  /// The longest chain of calls that somebody waits on, for each start that has one longer than
  /// `limit`, by start.
  ///
  /// Starts are the elements that people use, where flows start, and those that call but that nobody
  /// calls; a chain that is the tail of another is not given. The hop from a person, over a screen
  /// or to a store is not counted. No element comes twice in a chain; where calls go round in
  /// circles, a longer chain may exist.
  ///
  /// - Complexity: O(n + m), and the length of the answer.
  public func synchronousCallChains(deeperThan limit: Int = 0) -> [CallChain] {
    let calls = RouteGraph(of: self) { isSoftwareCall($0) && !endsInStore($0) }
    let entries = callEntries(in: calls)
    let paths = LongestPaths(in: calls.graph, from: entries + solution.elements.indices) {
      calls.links[$1] == RouteGraph.arrival ? $0 : $0 + 1
    }
    return outermost(entries + paths.roots, paths).compactMap { start in
      let depth = Int(paths.length(from: start))
      guard depth > max(0, limit) else { return nil }
      return CallChain(
        start: elementID(start), depth: depth, path: path(paths, from: start, in: calls))
    }
  }

  /// The deepest nesting of calls among the steps of a flow; nil when none of them waits.
  ///
  /// A call is nested in another when it starts where that one leads, before the flow is back at a
  /// caller further out.
  ///
  /// - Complexity: O(steps · depth).
  public func callChain(of flow: Flow) -> CallChain? {
    var open: [Leg] = []
    var deepest: [Leg] = []
    for use in flow.uses {
      guard let link = solution.index(of: use.link), isSoftwareCall(link), !endsInStore(link),
        let source = legs(of: link).first?.source
      else { continue }
      while let last = open.last, last.destination != source { open.removeLast() }
      open += legs(of: link)
      if open.count > deepest.count { deepest = open }
    }
    guard let first = deepest.first else { return nil }
    return CallChain(
      start: elementID(first.source), depth: deepest.count,
      path: SolutionPath(
        elements: [elementID(first.source)] + deepest.map { elementID($0.destination) },
        links: deepest.map { linkID($0.link) }))
  }

  /// Whether a program waits on the link at a place of `solution.links`: not a person, not on a
  /// screen, and not over a link that is retired.
  public func isSoftwareCall(_ link: Int) -> Bool {
    guard traits[link].isCall, let source = legs(of: link).first?.source else { return false }
    return !isPerson(source)
  }

  private func endsInStore(_ link: Int) -> Bool {
    legs(of: link).last.map { solution.elements[$0.destination].kind == .store } ?? false
  }

  /// The starts that do not lie on the path from another one, ascending.
  func outermost(_ starts: [Int], _ paths: LongestPaths) -> [Int] {
    var isPassed: Set<Int> = []
    for start in starts {
      var vertex = start
      while let next = paths.next(after: vertex), isPassed.insert(next).inserted { vertex = next }
    }
    return Set(starts).subtracting(isPassed).sorted()
  }

  /// The evidence for a longest path.
  func path(_ paths: LongestPaths, from start: Int, in calls: RouteGraph) -> SolutionPath {
    let path = paths.path(from: start, limit: RouteGraph.hopsShown)
    let hops = calls.hops(of: path)
    return SolutionPath(
      elements: hops.elements.map(elementID), links: hops.links.map(linkID),
      isShortened: path.vertices.last.flatMap(paths.next) != nil)
  }

  /// The elements that people use, that a flow starts at, or that call and are not called; ascending.
  ///
  /// They are searched first, because in a graph with cycles the order decides where those are cut.
  func callEntries(in calls: RouteGraph) -> [Int] {
    var isEntry = solution.elements.indices.map { vertex in
      calls.graph.edgesIn(to: vertex).isEmpty && !calls.graph.edgesOut(of: vertex).isEmpty
    }
    for leg in legs where isPerson(leg.source) || traits[leg.link].interaction == .userInterface {
      isEntry[leg.destination] = true
    }
    for flow in solution.flows {
      if let start = start(of: flow) { isEntry[start] = true }
    }
    return isEntry.indices.filter { isEntry[$0] }
  }

  /// The vertex at which a flow starts; nil for a flow without steps.
  func start(of flow: Flow) -> Int? {
    if let link = flow.uses.first?.link, let place = solution.index(of: link) {
      return legs(of: place).first?.source
    }
    return flow.workplaces.first.flatMap { solution.index(of: $0.element) }
  }
}
