import SolutionModel

/// How one set of failures spreads from element to element.
///
/// First what is lost, then what is degraded, then what is stale. Each element keeps for each state
/// what brought it there, so that every answer has a way to what fails.
struct FailureSpread {
  /// Why an element came into a state.
  struct Event {
    let vertex: Int
    let reason: FailureEffect.Reason
    /// The event that brought it about; nil where it starts.
    let cause: Int?
    /// The place of the link over which it came.
    let link: Int?
  }

  let graph: SolutionGraph
  let failedLinks: Set<Int>
  private(set) var events: [Event] = []
  /// By vertex, the place of its event for each state.
  private(set) var lost: [Int?]
  private(set) var degraded: [Int?]
  private(set) var stale: [Int?]
  /// By vertex, who cannot do without it, and over which link.
  private let dependents: [[(vertex: Int, link: Int)]]
  /// By vertex, the choices that it is a way of.
  private let choices: [Int: [Int]]

  /// - Complexity: O(n + m).
  init(_ failures: [Failure], in graph: SolutionGraph) {
    self.graph = graph
    failedLinks = Set(
      failures.compactMap { failure in
        if case .link(let id) = failure { graph.solution.index(of: id) } else { nil }
      })
    let nothing = [Int?](repeating: nil, count: graph.placements.count)
    (lost, degraded, stale) = (nothing, nothing, nothing)
    var dependents = [[(vertex: Int, link: Int)]](repeating: [], count: nothing.count)
    for vertex in nothing.indices where !graph.isPerson(vertex) {
      for need in graph.needs.needs(of: vertex) {
        dependents[need.dependency].append((vertex, need.link))
      }
    }
    self.dependents = dependents
    var choices: [Int: [Int]] = [:]
    for (place, choice) in graph.needs.choices.choices.enumerated() {
      for way in choice.dependencies + [choice.standIn].compactMap(\.self) {
        choices[way, default: []].append(place)
      }
    }
    self.choices = choices
    spreadLoss(of: failures)
    spreadDegradation(of: failures)
    spreadStaleness()
  }

  /// Whether the first way of a choice is gone.
  func isFirstWayLost(_ place: Int) -> Bool {
    let choice = graph.needs.choices.choices[place]
    return failedLinks.contains(choice.link) || choice.dependencies.contains { lost[$0] != nil }
  }

  /// Whether both ways of a choice are gone.
  func isLost(choice place: Int) -> Bool {
    guard isFirstWayLost(place), let other = graph.needs.choices.choices[place].standIn else {
      return false
    }
    return lost[other] != nil
  }

  /// From an event to what fails.
  func path(from event: Int) -> [FailureEffect.Step] {
    var path: [FailureEffect.Step] = []
    var next: Int? = event
    while let place = next {
      let event = events[place]
      let link = event.link.flatMap { $0 >= 0 ? graph.linkID($0) : nil }
      path.append(FailureEffect.Step(element: graph.elementID(event.vertex), link: link))
      next = event.cause
    }
    return path
  }

  /// The worst that became of an element, and why.
  func worst(of vertex: Int) -> (state: FailureState, event: Int)? {
    if let event = lost[vertex] { return (.lost, event) }
    if let event = degraded[vertex] { return (.degraded, event) }
    return stale[vertex].map { (.stale, $0) }
  }
}

extension FailureSpread {
  private mutating func mark(
    _ state: WritableKeyPath<Self, [Int?]>, _ vertex: Int, _ reason: FailureEffect.Reason,
    because cause: Int? = nil, over link: Int? = nil
  ) {
    guard self[keyPath: state][vertex] == nil, !graph.isPerson(vertex) else { return }
    self[keyPath: state][vertex] = events.count
    events.append(Event(vertex: vertex, reason: reason, cause: cause, link: link))
  }

  private mutating func spreadLoss(of failures: [Failure]) {
    for failure in failures { fail(failure) }
    var head = 0
    while head < events.count {
      let vertex = events[head].vertex
      for dependent in dependents[vertex] {
        mark(\.lost, dependent.vertex, .needs, because: head, over: dependent.link)
      }
      for place in choices[vertex] ?? [] { followChoice(place) }
      head += 1
    }
  }

  private mutating func fail(_ failure: Failure) {
    let solution = graph.solution
    switch failure {
    case .element(let id):
      if let vertex = solution.index(of: id) { mark(\.lost, vertex, .failed) }
    case .instances(let id, let count):
      guard let vertex = solution.index(of: id) else { return }
      let left = graph.instancesLeft(of: vertex, without: count)
      if left.count < left.needed {
        mark(\.lost, vertex, .instances(left: left.count, needed: left.needed))
      }
    case .zone(let id):
      for vertex in graph.vertices(in: id) { mark(\.lost, vertex, .inZone(id)) }
    case .link(let id):
      guard let link = solution.index(of: id) else { return }
      if let choice = graph.needs.choices.place(over: link) { return followChoice(choice) }
      guard graph.traits[link].isHard else { return }
      var dependents: [Int] = []
      graph.forEachDependency(over: link) { dependent, _ in dependents.append(dependent) }
      for dependent in dependents { mark(\.lost, dependent, .linkFailed, over: link) }
    }
  }

  private mutating func followChoice(_ place: Int) {
    guard isLost(choice: place) else { return }
    let choice = graph.needs.choices.choices[place]
    mark(
      \.lost, choice.dependent, .noWayLeft, because: choice.standIn.flatMap { lost[$0] },
      over: choice.link)
  }

  private mutating func spreadDegradation(of failures: [Failure]) {
    var head = events.count
    for case .instances(let id, let count) in failures {
      guard let vertex = graph.solution.index(of: id), lost[vertex] == nil else { continue }
      let left = graph.instancesLeft(of: vertex, without: count)
      mark(\.degraded, vertex, .instances(left: left.count, needed: left.needed))
    }
    for place in graph.needs.choices.choices.indices { degradeByChoice(place) }
    for link in graph.traits.indices where isSoft(link) { degradeOver(link) }
    while head < events.count {
      for dependent in dependents[events[head].vertex] where lost[dependent.vertex] == nil {
        mark(\.degraded, dependent.vertex, .needsDegraded, because: head, over: dependent.link)
      }
      head += 1
    }
  }

  private mutating func degradeByChoice(_ place: Int) {
    let choice = graph.needs.choices.choices[place]
    guard isFirstWayLost(place), lost[choice.dependent] == nil else { return }
    mark(
      \.degraded, choice.dependent, .standsIn,
      because: choice.dependencies.compactMap { lost[$0] }.first, over: choice.link)
  }

  private func isSoft(_ link: Int) -> Bool {
    graph.traits[link].isInUse && !graph.traits[link].isHard
      && graph.needs.choices.place(over: link) == nil
  }

  /// Whoever does without what a soft link leads to; whoever is only fed by it becomes stale.
  private mutating func degradeOver(_ link: Int) {
    let receiver = graph.feed(over: link)?.last
    let failure = graph.solution.links[link].failure
    let hasFallback = failure.fallback ?? .none != .none || failure.outbox ?? .none != .none
    var broken: [(vertex: Int, cause: Int?)] = []
    graph.forEachDependency(over: link) { dependent, dependency in
      guard lost[dependent] == nil, dependent != receiver else { return }
      if let cause = lost[dependency] {
        broken.append((dependent, cause))
      } else if failedLinks.contains(link) {
        broken.append((dependent, nil))
      }
    }
    for (vertex, cause) in broken {
      mark(
        \.degraded, vertex, hasFallback ? .standsIn : .doesWithout, because: cause, over: link)
    }
  }

  private mutating func spreadStaleness() {
    let feeds = FeedTable(of: graph)
    var passed: Set<FeedTable.Pass> = []
    var waiting: [FeedTable.Break] = []
    for vertex in lost.indices where lost[vertex] != nil {
      for link in feeds.links(through: vertex) {
        waiting += feeds.breaks(behind: vertex, over: link, because: lost[vertex])
      }
    }
    for link in failedLinks.sorted() { waiting += feeds.breaks(over: link) }
    var next = 0
    var head = events.count
    while next < waiting.count || head < events.count {
      if next < waiting.count {
        let gap = waiting[next]
        next += 1
        waiting += follow(gap, feeds, &passed)
      } else {
        for dependent in dependents[events[head].vertex] where lost[dependent.vertex] == nil {
          mark(\.stale, dependent.vertex, .needsStale, because: head, over: dependent.link)
        }
        head += 1
      }
    }
  }

  /// Marks who is fed no longer, and answers whom they in turn no longer feed.
  private mutating func follow(
    _ gap: FeedTable.Break, _ feeds: FeedTable, _ passed: inout Set<FeedTable.Pass>
  ) -> [FeedTable.Break] {
    guard passed.insert(FeedTable.Pass(vertex: gap.vertex, link: gap.link)).inserted,
      lost[gap.vertex] == nil, !graph.isPerson(gap.vertex)
    else { return [] }
    let event: Int?
    if graph.isChannel(gap.vertex) {
      // A channel keeps nothing that could be old; it hands the gap on.
      events.append(
        Event(vertex: gap.vertex, reason: .unfed, cause: gap.cause, link: gap.link))
      event = events.count - 1
    } else {
      mark(\.stale, gap.vertex, .unfed, because: gap.cause, over: gap.link)
      event = stale[gap.vertex]
    }
    return feeds.links(from: gap.vertex).filter { feeds.shareData(gap.link, $0) }.flatMap {
      feeds.breaks(behind: gap.vertex, over: $0, because: event)
    }
  }
}

extension SolutionGraph {
  /// How many instances of an element are left to do its work, and how many it needs.
  ///
  /// None where nobody takes over.
  func instancesLeft(of vertex: Int, without count: Int) -> (count: Int, needed: Int) {
    let instances = max(1, solution.elements[vertex].instances ?? 1)
    let needed = max(1, solution.elements[vertex].needs ?? 1)
    let takesOver = redundancy(of: vertex) == .redundant || count == 0
    return (takesOver ? max(0, instances - count) : 0, needed)
  }

  /// The elements that lie in a zone or in one inside it, ascending; people left out.
  func vertices(in zone: ZoneID) -> [Int] {
    let inside = Dictionary(
      uniqueKeysWithValues: solution.zones.map { other in
        (other.id, solution.zonesAround(other.id).contains { solution.zones[$0].id == zone })
      })
    return placements.indices.filter { vertex in
      !isPerson(vertex) && placements[vertex].zone.map { inside[$0] ?? false } ?? false
    }
  }
}
