import SolutionModel

/// What a flow cannot do without, what it can, and what comes later.
struct FlowNeeds {
  /// An element without which the flow cannot run.
  struct Need {
    var vertex: Int { Int(place) }
    /// The vertex that needs it by a hard link, when it is not in the steps of the flow itself.
    var neededBy: Int? { user < 0 ? nil : Int(user) }
    /// Whether only links that do not declare a need lead to it from the steps.
    ///
    /// They may serve another function of the element that they start at.
    let isInferred: Bool
    // Half as long as `Int`s: all flows together have a million needs.
    private let place: Int32
    private let user: Int32

    init(_ vertex: Int, neededBy user: Int? = nil, isInferred: Bool = false) {
      place = Int32(vertex)
      self.user = user.map { Int32($0) } ?? -1
      self.isInferred = isInferred
    }
  }

  /// A need that something else may fill.
  struct ChoiceUse {
    /// Its place in the table of choices.
    let place: Int
    let isInferred: Bool
  }

  /// Each element once: those of the steps in their order, then what they are sure to need, then
  /// what they may need, nearest first.
  let needed: [Need]
  /// Each choice once, those of the steps first.
  let choices: [ChoiceUse]
  /// The links of the steps that are not optional, ascending.
  let takenLinks: [Int]
  /// The links that only optional steps take, ascending.
  let optionalLinks: [Int]
  /// Elements that a fallback stands in for, ascending.
  let softened: [Int]
  /// Elements that only decide how late the result is, ascending.
  let deferred: [Int]

  /// - Complexity: O(steps + what the flow needs, links counted).
  init(of flow: Flow, in graph: SolutionGraph) {
    var reading = FlowReading(graph: graph)
    reading.follow(flow.steps)
    var needed: [Need] = []
    needed.reserveCapacity(graph.placements.count)
    needed += reading.needed.lazy.map { Need($0) }
    var isNeeded = reading.isNeeded
    var choices = ChoiceUses(reading.choices)
    let starts = graph.needs.starts
    let needs = graph.needs.needs
    for isInferred in [false, true] {
      var head = 0
      while head < needed.count {
        let vertex = needed[head].vertex
        head += 1
        choices.add(of: vertex, in: graph.needs.choices, isInferred: isInferred) {
          !reading.isOptionalOnly($0)
        }
        for place in starts[vertex]..<starts[vertex + 1] {
          let dependency = needs[place].dependency
          guard !isNeeded[dependency], isInferred || needs[place].isSure,
            !reading.isOptionalOnly(needs[place].link)
          else { continue }
          isNeeded[dependency] = true
          needed.append(Need(dependency, neededBy: vertex, isInferred: isInferred))
        }
      }
    }
    self.needed = needed
    self.choices = choices.uses
    takenLinks = reading.takenLinks.sorted()
    optionalLinks = reading.optionalLinks.subtracting(reading.takenLinks).sorted()
    let softened = reading.softened.filter { !isNeeded[$0] }
    self.softened = softened.sorted()
    deferred = reading.deferred.filter { !isNeeded[$0] && !softened.contains($0) }.sorted()
  }
}

/// The choices that a flow comes by, each once.
private struct ChoiceUses {
  private(set) var uses: [FlowNeeds.ChoiceUse]
  private var isSeen: Set<Int>

  init(_ ofSteps: [Int]) {
    isSeen = Set(ofSteps)
    uses = isSeen.sorted().map { FlowNeeds.ChoiceUse(place: $0, isInferred: false) }
  }

  mutating func add(
    of vertex: Int, in table: ChoiceTable, isInferred: Bool, where isKept: (Int) -> Bool
  ) {
    for place in table.places(of: vertex)
    where (isInferred || table.choices[place].isSure) && isKept(table.choices[place].link) {
      guard isSeen.insert(place).inserted else { continue }
      uses.append(FlowNeeds.ChoiceUse(place: place, isInferred: isInferred))
    }
  }
}

/// The state of reading a flow's steps from the first to the last.
private struct FlowReading {
  let graph: SolutionGraph
  private(set) var needed: [Int] = []
  private(set) var isNeeded: [Bool]
  private(set) var softened: Set<Int> = []
  private(set) var deferred: Set<Int> = []
  private(set) var choices: [Int] = []
  private(set) var optionalLinks: Set<Int> = []
  private(set) var takenLinks: Set<Int> = []

  init(graph: SolutionGraph) {
    self.graph = graph
    isNeeded = Array(repeating: false, count: graph.placements.count)
  }

  /// Whether the flow takes the link in optional steps and nowhere else.
  func isOptionalOnly(_ link: Int) -> Bool {
    !optionalLinks.isEmpty && optionalLinks.contains(link) && !takenLinks.contains(link)
  }

  mutating func follow(_ steps: [FlowStep]) {
    for step in steps {
      switch step {
      case .link(let id):
        if let link = graph.solution.index(of: id) { take(link) }
      case .work(let id, _):
        if let vertex = graph.solution.index(of: id), !deferred.contains(vertex) { need([vertex]) }
      case .parallel(let inner), .repeated(_, let inner): follow(inner)
      case .optional(let inner): skip(inner)
      }
    }
  }

  private mutating func skip(_ steps: [FlowStep]) {
    var flow = Flow(id: FlowID(""))
    flow.steps = steps
    for use in flow.uses {
      if let link = graph.solution.index(of: use.link) { optionalLinks.insert(link) }
    }
  }

  /// What happens behind a channel, or in an element that nobody waits on, only decides how late the
  /// result is; so does all that follows from there.
  private mutating func take(_ link: Int) {
    takenLinks.insert(link)
    let legs = graph.legs(of: link)
    guard let source = legs.first?.source else { return }
    let stops = legs.map(\.destination)
    let parting = graph.partingStop(of: link)
    let isLate = deferred.contains(source) && !isNeeded[source]
    let isWaitedOn = graph.traits[link].isFunctionallySynchronous || graph.traits[link].isHard
    let isKnown = graph.traits[link].interaction != nil
    if isLate || (parting == 0 && !needed.isEmpty) {
      postpone(stops)
    } else if isWaitedOn || !isKnown || needed.isEmpty || isNeeded[source] {
      need([source])
      reach(stops, over: link, parting, isWaitedOn: isWaitedOn || !isKnown)
    } else {
      postpone([source] + stops)
    }
  }

  private mutating func reach(
    _ stops: [Int], over link: Int, _ parting: Int?, isWaitedOn: Bool
  ) {
    if let parting {
      let isBuffered = hasFallback(link) && !graph.traits[link].isHard
      need(isBuffered ? [] : stops.prefix(parting))
      postpone(stops.dropFirst(isBuffered ? 0 : parting))
    } else if !isWaitedOn {
      postpone(stops)
    } else if let choice = graph.needs.choices.place(over: link) {
      choices.append(choice)
    } else if hasFallback(link) && !graph.traits[link].isHard {
      softened.formUnion(stops.filter { !graph.isPerson($0) })
    } else {
      need(stops)
    }
  }

  /// Whether the source can go on without the next stop: the model says so, names a fallback, or
  /// keeps the message in an outbox.
  private func hasFallback(_ link: Int) -> Bool {
    let failure = graph.solution.links[link].failure
    return failure.need == .soft || failure.fallback ?? .none != .none
      || failure.standIn != nil || failure.outbox ?? .none != .none
  }

  private mutating func need(_ vertices: some Sequence<Int>) {
    for vertex in vertices where !graph.isPerson(vertex) && !isNeeded[vertex] {
      isNeeded[vertex] = true
      needed.append(vertex)
    }
  }

  private mutating func postpone(_ vertices: some Sequence<Int>) {
    deferred.formUnion(vertices.filter { !graph.isPerson($0) })
  }
}
