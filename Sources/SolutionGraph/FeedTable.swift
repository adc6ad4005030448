import SolutionModel

/// Which elements are fed with data over links that nobody waits on.
struct FeedTable {
  /// An element that is fed no longer.
  struct Break {
    let vertex: Int
    /// The link over which nothing comes.
    let link: Int
    /// The event that keeps it from coming.
    let cause: Int?
  }

  /// A gap that has come by an element.
  struct Pass: Hashable {
    let vertex: Int
    let link: Int
  }

  private let graph: SolutionGraph
  /// By link, the stops in the direction of the data; none for links that feed nobody.
  private var stops: [[Int]]
  private var throughs: [Int: [Int]] = [:]
  private var starts: [Int: [Int]] = [:]

  /// - Complexity: O(m).
  init(of graph: SolutionGraph) {
    self.graph = graph
    stops = graph.traits.indices.map { graph.feed(over: $0) ?? [] }
    for link in stops.indices {
      for (place, stop) in stops[link].enumerated() {
        throughs[stop, default: []].append(link)
        if place == 0 { starts[stop, default: []].append(link) }
      }
    }
  }

  func links(through vertex: Int) -> [Int] { throughs[vertex] ?? [] }

  func links(from vertex: Int) -> [Int] { starts[vertex] ?? [] }

  /// Whoever a link feeds behind an element, nearest first.
  func breaks(behind vertex: Int, over link: Int, because cause: Int?) -> [Break] {
    guard let place = stops[link].firstIndex(of: vertex) else { return [] }
    return stops[link][(place + 1)...].map { Break(vertex: $0, link: link, cause: cause) }
  }

  /// Whoever a link feeds that fails.
  func breaks(over link: Int) -> [Break] {
    stops[link].dropFirst().map { Break(vertex: $0, link: link, cause: nil) }
  }

  /// Whether what comes over one link may go on over another.
  func shareData(_ incoming: Int, _ outgoing: Int) -> Bool {
    let carried = graph.solution.links[incoming].carries
    let passed = graph.solution.links[outgoing].carries
    return carried.isEmpty || passed.isEmpty || carried.contains(where: passed.contains)
  }
}

extension SolutionGraph {
  /// The stops of a link in the direction of its data, when somebody is fed by it at a time of its
  /// own; nil where somebody waits, or nothing travels.
  func feed(over link: Int) -> [Int]? {
    guard traits[link].isInUse, !traits[link].isFunctionallySynchronous,
      traits[link].interaction != nil, traits[link].interaction != .userInterface,
      let source = legs(of: link).first?.source
    else { return nil }
    let stops = [source] + legs(of: link).map(\.destination)
    switch traits[link].dataFlow {
    case .pull: return stops.reversed()
    case .push, .both, nil: return stops
    case .some(.none): return nil
    }
  }
}
