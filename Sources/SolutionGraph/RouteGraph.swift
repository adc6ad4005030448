import GraphAlgorithms

/// The ways that calls take, such that nobody goes on from a gateway to where the call is not bound.
///
/// Vertices are the elements, and behind them one for each element that links pass together with the
/// rest of the way. In the graph of legs two links through one gateway would cross there, and give
/// ways that no call takes.
struct RouteGraph: Sendable {
  let graph: DirectedGraph
  /// For each edge the place of its link in `solution.links`; `arrival` where there is none.
  let links: [Int]
  /// For each vertex the element that it stands for.
  let elementOf: [Int]
  /// How many vertices are elements.
  let elementCount: Int

  /// Stands for the link between passing an element and being there: what it calls on its own
  /// account it calls for whoever passes.
  static let arrival = -1

  /// The most hops of a way that is shown as evidence.
  static let hopsShown = 64

  /// - Parameters:
  ///   - solution: the graph of the solution.
  ///   - isKept: tells by its place whether a link belongs to the routes.
  ///   - partsAtChannels: whether both sides of a channel lead to it, as they depend on it; else the
  ///     way goes through it to those who receive.
  ///   - standIn: the element that stands for another, such as an app for its modules.
  /// - Complexity: O(n + m).
  init(
    of solution: SolutionGraph, where isKept: (Int) -> Bool,
    partsAtChannels: Bool = true, standIn: (Int) -> Int = { $0 }
  ) {
    var tracks = RouteTracks(elementCount: solution.placements.count)
    for link in solution.traits.indices where isKept(link) {
      if partsAtChannels, solution.partingStop(of: link) != nil {
        solution.forEachDependency(over: link) { dependent, dependency in
          tracks.addEdge(from: standIn(dependent), to: standIn(dependency), link)
        }
      } else {
        let legs = solution.legs(of: link)
        guard let source = legs.first?.source, let destination = legs.last?.destination else {
          continue
        }
        var next = standIn(destination)
        for leg in legs.dropFirst().reversed() {
          next = tracks.passing(standIn(leg.source), towards: next, link)
        }
        tracks.addEdge(from: standIn(source), to: next, link)
      }
    }
    graph = DirectedGraph(vertexCount: tracks.elementOf.count, edges: tracks.edges)
    links = tracks.links
    elementOf = tracks.elementOf
    elementCount = solution.placements.count
  }

  /// Whether an edge leaves the element that makes the call, and not one that passes it on.
  func isStart(_ edge: Int) -> Bool {
    links[edge] != Self.arrival && graph.edges[edge].source < elementCount
  }

  /// A path without arrivals: the elements in order, and the places of the links between them.
  func hops(of path: ShortestPaths.Path) -> (elements: [Int], links: [Int]) {
    var elements = path.vertices.prefix(1).map { elementOf[$0] }
    var hops: [Int] = []
    var link = Self.arrival
    for (edge, vertex) in zip(path.edges, path.vertices.dropFirst())
    where links[edge] != Self.arrival {
      // Links with the same rest of the way share its edges; the call is that of the first one.
      if isStart(edge) || link == Self.arrival { link = links[edge] }
      hops.append(link)
      elements.append(elementOf[vertex])
    }
    return (elements, hops)
  }
}

private struct RouteTracks {
  private(set) var edges: [DirectedGraph.Edge] = []
  private(set) var links: [Int] = []
  private(set) var elementOf: [Int]
  private var passes: [Pass: Int] = [:]

  private struct Pass: Hashable {
    let element: Int
    let next: Int
  }

  init(elementCount: Int) { elementOf = Array(0..<elementCount) }

  mutating func addEdge(from source: Int, to target: Int, _ link: Int) {
    guard source != target else { return }
    edges.append(DirectedGraph.Edge(source, target))
    links.append(link)
  }

  /// The vertex for passing an element on the way to another vertex.
  mutating func passing(_ element: Int, towards next: Int, _ link: Int) -> Int {
    let pass = Pass(element: element, next: next)
    if let vertex = passes[pass] { return vertex }
    let vertex = elementOf.count
    elementOf.append(element)
    passes[pass] = vertex
    addEdge(from: vertex, to: next, link)
    addEdge(from: vertex, to: element, RouteGraph.arrival)
    return vertex
  }
}
