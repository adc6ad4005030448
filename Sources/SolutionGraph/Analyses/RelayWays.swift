import GraphAlgorithms
public import SolutionModel

extension SolutionGraph {
  /// Data that is copied from copies.
  public struct RelayWay: Hashable, Sendable {
    public let data: DataID
    /// From the master to the copy that is furthest away, on the way with the fewest copies between.
    public let path: SolutionPath
    /// How many copies are made on the way, the last one counted.
    public let copies: Int
  }

  /// For each data entity with a master the copy that most copies lie before, where there are some
  /// before it, by data.
  ///
  /// Only what is pushed, polled or run by the clock makes a copy; what is read in a call does not.
  /// Channels, gateways and integration apps pass data on, and an app and its store are one place.
  ///
  /// - Complexity: O(h log h) in the hops of each data entity.
  public func relayWays() -> [RelayWay] {
    let streams = dataStreams()
    let accesses = storeAccesses()
    return solution.data.compactMap { object in
      let copies = (streams[object.id] ?? []).filter { $0.caller == nil }
      guard copies.count > 1, !object.masters.isEmpty else { return nil }
      return relayWay(of: object, along: copies, accesses[object.id] ?? [])
    }
  }

  /// Whether an element keeps what comes to it.
  func keepsCopies(_ vertex: Int) -> Bool {
    guard !isChannel(vertex) else { return false }
    switch solution.elements[vertex].type?.rawValue {
    case "gateway", "integration": return false
    default: return true
    }
  }

  private func relayWay(
    of object: DataObject, along streams: [DataStream],
    _ accesses: [(source: Int, destination: Int, link: Int)]
  ) -> RelayWay? {
    var ways: [Int: [(to: Int, link: Int, weight: Int)]] = [:]
    for stream in streams {
      ways[stream.source, default: []].append(
        (stream.destination, stream.link, keepsCopies(stream.destination) ? 1 : 0))
    }
    for access in accesses {
      ways[access.source, default: []].append((access.destination, access.link, 0))
      ways[access.destination, default: []].append((access.source, access.link, 0))
    }
    var reached: [Int: (copies: Int, from: Int?, link: Int)] = [:]
    var queue = PriorityQueue<Arrival>()
    for master in object.masters.compactMap({ solution.index(of: $0) }) {
      queue.insert(Arrival(copies: 0, vertex: placements[master].host, from: nil, link: -1))
    }
    while let next = queue.popFirst() {
      guard reached[next.vertex] == nil else { continue }
      reached[next.vertex] = (next.copies, next.from, next.link)
      for way in ways[next.vertex] ?? [] where reached[way.to] == nil {
        queue.insert(
          Arrival(
            copies: next.copies + way.weight, vertex: way.to, from: next.vertex, link: way.link))
      }
    }
    let furthest = reached.filter { keepsCopies($0.key) }.max {
      ($0.value.copies, -$0.key) < ($1.value.copies, -$1.key)
    }
    guard let furthest, furthest.value.copies > 1 else { return nil }
    var vertices = [furthest.key]
    var links: [Int] = []
    while let last = reached[vertices[vertices.count - 1]], let from = last.from {
      vertices.append(from)
      links.append(last.link)
    }
    return RelayWay(
      data: object.id,
      path: SolutionPath(
        elements: vertices.reversed().map(elementID), links: links.reversed().map(linkID)),
      copies: furthest.value.copies)
  }

  private struct Arrival: Comparable {
    let copies: Int
    let vertex: Int
    let from: Int?
    let link: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.copies, left.vertex, left.link) < (right.copies, right.vertex, right.link)
    }
  }
}
