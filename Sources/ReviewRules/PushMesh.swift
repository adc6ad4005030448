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
  /// - Complexity: O(n) in the pushes.
  init?(_ pushes: [DirectPush], in graph: SolutionGraph) {
    let calls = pushes.filter { graph.isSoftwareCall($0.link) }
    guard calls.count >= Self.fewestEnds * 2 else { return nil }
    let isLoose = Self.looseEnds(of: calls)
    let woven = calls.filter {
      !isLoose.contains(.producer($0.source)) && !isLoose.contains(.consumer($0.destination))
    }
    producers = Set(woven.map(\.source)).sorted()
    consumers = Set(woven.map(\.destination)).sorted()
    links = woven.map(\.link)
    guard producers.count >= Self.fewestEnds, consumers.count >= Self.fewestEnds,
      links.count >= producers.count + consumers.count
    else { return nil }
  }

  /// One side of a push; an element may be on both.
  private enum End: Hashable {
    case producer(Int)
    case consumer(Int)
  }

  /// The ends with one partner, and those that have one when such ends have fallen away.
  private static func looseEnds(of calls: [DirectPush]) -> Set<End> {
    var partners: [End: Set<End>] = [:]
    for call in calls {
      let (near, far) = (End.producer(call.source), End.consumer(call.destination))
      partners[near, default: []].insert(far)
      partners[far, default: []].insert(near)
    }
    var counts = partners.mapValues(\.count)
    var open = counts.filter { $0.value < 2 }.map(\.key)
    var loose = Set(open)
    while let end = open.popLast() {
      for partner in partners[end] ?? [] where !loose.contains(partner) {
        counts[partner, default: 0] -= 1
        if counts[partner, default: 0] < 2 {
          loose.insert(partner)
          open.append(partner)
        }
      }
    }
    return loose
  }
}
