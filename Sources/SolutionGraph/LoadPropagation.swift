import SolutionModel

/// Works out the rates of links, those first that rest on nothing else, then those that follow from
/// what runs into their source.
struct LoadPropagation {
  private(set) var links: [LinkLoad?]

  private let graph: SolutionGraph
  private let years: Int
  /// By vertex, what runs into it over links that are worked out.
  private var now: [RateBounds]
  private var later: [RateBounds]
  /// By vertex, how many legs into it wait for their rate.
  private var pendingLegs: [Int]
  /// By vertex, the links out of it that wait for what runs into it, and why.
  private var waiting: [[(link: Int, basis: LinkLoad.Basis)]]
  private var ready: [Int] = []

  init(of graph: SolutionGraph, years: Int) {
    self.graph = graph
    self.years = years
    links = Array(repeating: nil, count: graph.traits.count)
    now = Array(repeating: .zero, count: graph.placements.count)
    later = now
    pendingLegs = Array(repeating: 0, count: graph.placements.count)
    waiting = Array(repeating: [], count: graph.placements.count)
  }

  mutating func spread() {
    let flows = Self.ratesOfFlows(in: graph)
    var settled: [Int] = []
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].interaction != .batch {
      for leg in graph.legs(of: link) { pendingLegs[leg.destination] += 1 }
      if let load = ownLoad(of: link, flows[link]) {
        links[link] = load
        settled.append(link)
      } else if let (source, basis) = origin(of: link) {
        waiting[source].append((link, basis))
      } else {
        links[link] = LinkLoad(basis: .unknown, now: .unknown, later: .unknown)
        settled.append(link)
      }
    }
    for link in settled { settle(link) }
    for vertex in waiting.indices where pendingLegs[vertex] == 0 { ready.append(vertex) }
    while let vertex = ready.popLast() { release(vertex) }
    // What is left goes round in a circle, or comes out of one.
    for vertex in waiting.indices {
      for (link, _) in waiting[vertex] {
        links[link] = LinkLoad(basis: .unknown, now: .unknown, later: .unknown)
      }
    }
  }

  private mutating func settle(_ link: Int) {
    guard let load = links[link] else { return }
    for leg in graph.legs(of: link) {
      now[leg.destination] = now[leg.destination] + load.now
      later[leg.destination] = later[leg.destination] + load.later
      pendingLegs[leg.destination] -= 1
    }
  }

  private mutating func release(_ vertex: Int) {
    let links = waiting[vertex]
    waiting[vertex] = []
    for (link, basis) in links {
      self.links[link] = load(of: link, basis, among: links.count, at: vertex)
      settle(link)
      for leg in graph.legs(of: link)
      where pendingLegs[leg.destination] == 0 && !waiting[leg.destination].isEmpty {
        ready.append(leg.destination)
      }
    }
  }

  /// Of what runs into a vertex each delivery of a queue gets its part, of a topic all.
  private func load(of link: Int, _ basis: LinkLoad.Basis, among count: Int, at vertex: Int)
    -> LinkLoad
  {
    let calls = Self.calls(of: graph.solution.links[link].volume)
    if basis == .calls {
      return LinkLoad(
        basis: .calls, now: RateBounds(low: 0, high: now[vertex].high.map { $0 * calls }),
        later: RateBounds(low: 0, high: later[vertex].high.map { $0 * calls * growth(of: link) }))
    }
    let isShared = graph.solution.elements[vertex].type?.rawValue == "queue"
    let share = calls / (isShared ? Double(receivers(of: vertex)) : 1)
    return LinkLoad(
      basis: .channel, now: now[vertex].scaled(by: share),
      later: later[vertex].scaled(by: share * growth(of: link)))
  }

  private func receivers(of channel: Int) -> Int {
    max(1, Set(graph.legs(outOf: channel).map(\.destination)).count)
  }

  /// What a link declares, and what follows from its interval or from flows.
  private func ownLoad(of link: Int, _ flows: RateBounds?) -> LinkLoad? {
    let volume = graph.solution.links[link].volume
    let calls = Self.calls(of: volume)
    func load(_ basis: LinkLoad.Basis, _ rate: RateBounds) -> LinkLoad {
      LinkLoad(basis: basis, now: rate, later: rate.scaled(by: growth(of: link)))
    }
    if let peak = volume.peak {
      return load(.peak, RateBounds(exactly: peak.perSecond * calls))
    }
    if let interval = graph.solution.links[link].timing.poll, interval > .zero {
      let source = graph.legs(of: link).first?.source
      let instances = source.flatMap { graph.solution.elements[$0].instances } ?? 1
      let rate = Double(max(1, instances)) / (interval / .seconds(1))
      return load(.poll, RateBounds(exactly: rate * calls))
    }
    if let flows { return load(.flows, flows) }
    return volume.average.map {
      load(.average, RateBounds(low: $0.perSecond * calls, high: nil))
    }
  }

  /// The vertex whose load a link without figures of its own follows from.
  private func origin(of link: Int) -> (vertex: Int, basis: LinkLoad.Basis)? {
    guard let source = graph.legs(of: link).first?.source else { return nil }
    if graph.isChannel(source) {
      return graph.legs(into: source).isEmpty ? nil : (source, .channel)
    }
    let isCalled = graph.traits[link].isCall && graph.solution.links[link].volume.calls != nil
    return isCalled && !graph.legs(into: source).isEmpty ? (source, .calls) : nil
  }

  private func growth(of link: Int) -> Double {
    let growth = graph.solution.links[link].volume.growth?.fraction ?? 0
    return (0..<years).reduce(1) { factor, _ in min(factor * (1 + growth), 1e15) }
  }

  private static func calls(of volume: LinkVolume) -> Double { Double(max(1, volume.calls ?? 1)) }

  /// By place of the link; nil where no flow with a peak takes it.
  private static func ratesOfFlows(in graph: SolutionGraph) -> [RateBounds?] {
    var rates = [RateBounds?](repeating: nil, count: graph.traits.count)
    var isOpen = [Bool](repeating: false, count: graph.traits.count)
    for flow in graph.solution.flows {
      for use in flow.uses {
        guard let link = graph.solution.index(of: use.link) else { continue }
        guard let peak = flow.peak else {
          isOpen[link] = true
          continue
        }
        let calls = calls(of: graph.solution.links[link].volume)
        let rate = RateBounds(exactly: peak.perSecond * Double(max(0, use.times)) * calls)
        rates[link] = (rates[link] ?? .zero) + rate
      }
    }
    return rates.indices.map { link in
      rates[link].map { RateBounds(low: $0.low, high: isOpen[link] ? nil : $0.high) }
    }
  }
}

extension Sequence {
  fileprivate var isEmpty: Bool { !contains { _ in true } }
}
