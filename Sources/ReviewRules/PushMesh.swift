import SolutionGraph

/// Calls by which several producers push one data object to several consumers.
struct PushMesh {
  /// Vertices, ascending.
  let producers: [Int]
  let consumers: [Int]
  /// Places, in the order of the pushes.
  let links: [Int]

  private static let fewestEnds = 3

  /// Nil unless three and more push to three and more, each to or from at least two, by as many
  /// calls as a channel between them would need links.
  ///
  /// - Complexity: O(n log n) in the pushes.
  init?(_ pushes: [DirectPush], in graph: SolutionGraph) {
    var calls = pushes.filter { graph.isSoftwareCall($0.link) }
    var count = 0
    // Ends with one partner fall away until none is left; each round takes at least one.
    while calls.count != count, calls.count >= Self.fewestEnds * 2 {
      count = calls.count
      let consumers = Dictionary(grouping: calls, by: \.source).mapValues(Self.destinations)
      let producers = Dictionary(grouping: calls, by: \.destination).mapValues(Self.sources)
      calls.removeAll { consumers[$0.source] ?? 0 < 2 || producers[$0.destination] ?? 0 < 2 }
    }
    producers = Set(calls.map(\.source)).sorted()
    consumers = Set(calls.map(\.destination)).sorted()
    links = calls.map(\.link)
    guard producers.count >= Self.fewestEnds, consumers.count >= Self.fewestEnds,
      links.count >= producers.count + consumers.count
    else { return nil }
  }

  private static func destinations(_ pushes: [DirectPush]) -> Int {
    Set(pushes.map(\.destination)).count
  }

  private static func sources(_ pushes: [DirectPush]) -> Int { Set(pushes.map(\.source)).count }
}
