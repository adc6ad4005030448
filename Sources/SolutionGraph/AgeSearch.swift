import GraphAlgorithms

/// The quickest ways of data from its masters, hop by hop.
///
/// What a change waits for at a hop depends on the hop before it, so that the search goes over hops and
/// not over elements.
struct AgeSearch {
  /// A hop between the elements that keep the data.
  struct Edge {
    let source: Int
    let destination: Int
    let link: Int
    /// Whether it only joins an app and its store.
    let isLocal: Bool

    init(_ source: Int, _ destination: Int, link: Int, isLocal: Bool) {
      self.source = source
      self.destination = destination
      self.link = link
      self.isLocal = isLocal
    }
  }

  /// A hop with what a change waits for it.
  struct Step {
    let edge: Int
    /// In minutes.
    let wait: Double
  }

  let edges: [Edge]
  let timings: HopTimings
  /// The elements other than masters that some way leads to, ascending.
  let reached: [Int]

  private let labels: [Label?]
  private let best: [Int: Int]

  private struct Label {
    /// In minutes, from the change until it has arrived.
    let age: Double
    let wait: Double
    /// The hop before it.
    let before: Int?
    /// The last link that was no access to a store; the clock of the next run counts from there.
    let link: Int?
  }

  private struct Candidate: Comparable {
    let label: Label
    let edge: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.label.age, left.edge) < (right.label.age, right.edge)
    }

    static func == (left: Self, right: Self) -> Bool {
      (left.label.age, left.edge) == (right.label.age, right.edge)
    }
  }

  /// From how many pairs of hops at one element on their times of day are left out of account.
  private static let mostPairs = 1024

  init(over edges: [Edge], from masters: Set<Int>, _ timings: HopTimings) {
    self.edges = edges
    self.timings = timings
    let out = Dictionary(grouping: edges.indices) { edges[$0].source }
    let inCount = edges.reduce(into: [:] as [Int: Int]) { $0[$1.destination, default: 0] += 1 }
    var labels = [Label?](repeating: nil, count: edges.count)
    var isLeft: Set<Int> = []
    var queue = PriorityQueue<Candidate>()
    for master in masters.sorted() {
      for edge in out[master] ?? [] {
        let hop = edges[edge].isLocal ? HopTimings.Timing() : timings[edges[edge].link]
        let label = Label(
          age: hop.wait + hop.work, wait: hop.wait, before: nil,
          link: edges[edge].isLocal ? nil : edges[edge].link)
        queue.insert(Candidate(label: label, edge: edge))
      }
    }
    while let next = queue.popFirst() {
      guard labels[next.edge] == nil else { continue }
      labels[next.edge] = next.label
      let here = edges[next.edge].destination
      let following = out[here] ?? []
      let isCrowded = following.count * (inCount[here] ?? 0) > Self.mostPairs
      // Behind the first, quickest arrival a crowded element needs no look at its other arrivals.
      if isCrowded, !isLeft.insert(here).inserted { continue }
      for edge in following where labels[edge] == nil {
        let hop = edges[edge].isLocal ? HopTimings.Timing() : timings[edges[edge].link]
        let before = next.label.link.map { timings[$0] } ?? HopTimings.Timing()
        let wait = isCrowded ? 0 : Self.wait(for: hop, after: before)
        let label = Label(
          age: next.label.age + wait + hop.work, wait: wait, before: next.edge,
          link: edges[edge].isLocal ? next.label.link : edges[edge].link)
        queue.insert(Candidate(label: label, edge: edge))
      }
    }
    self.labels = labels
    var best: [Int: Int] = [:]
    for edge in edges.indices {
      guard let age = labels[edge]?.age, !masters.contains(edges[edge].destination) else {
        continue
      }
      if let other = best[edges[edge].destination], labels[other]?.age ?? .infinity <= age {
        continue
      }
      best[edges[edge].destination] = edge
    }
    self.best = best
    reached = best.keys.sorted()
  }

  /// The wait of a hop that starts by the clock ends with its next start; any other one takes the
  /// whole interval at worst.
  private static func wait(for hop: HopTimings.Timing, after before: HopTimings.Timing) -> Double {
    guard !hop.starts.isEmpty, !before.starts.isEmpty else { return hop.wait }
    return WeekClock.longestWait(after: before.starts, length: before.work, until: hop.starts)
  }

  /// The last hop of the quickest way to an element; nil for a master and for what no way leads to.
  func quickest(to vertex: Int) -> Int? { best[vertex] }

  /// In minutes, behind a hop.
  func age(of edge: Int) -> Double? { labels[edge]?.age }

  /// The quickest way that ends with a hop.
  func way(to edge: Int) -> [Step] {
    var steps: [Step] = []
    var next: Int? = edge
    while let edge = next, let label = labels[edge] {
      steps.append(Step(edge: edge, wait: label.wait))
      next = label.before
    }
    return steps.reversed()
  }
}
