import SolutionModel

extension SolutionGraph {
  /// What some failures at once do to elements and flows.
  ///
  /// Lost is what fails, what lies in a zone that fails, and who cannot do without what is lost, at any
  /// distance. Degraded is who does without something that is lost, with a fallback or less of it, and
  /// who needs what is degraded. Stale is who is no longer fed over links that nobody waits on, and who
  /// needs what is stale. A flow is lost with anything that it cannot do without, degraded with what it
  /// could leave out, stale when its result comes later.
  ///
  /// - Parameters:
  ///   - failures: what fails; what the solution does not have is ignored.
  ///   - weights: how much each criticality counts.
  /// - Returns: what does not work as before, each with its way to what fails.
  /// - Complexity: O(n + m), and for each flow what it needs.
  public func outcome(of failures: [Failure], weights: CriticalityWeights = CriticalityWeights())
    -> FailureOutcome
  {
    let spread = FailureSpread(failures, in: self)
    var elements: [FailureEffect] = []
    var lostWeight = 0.0
    var allWeight = 0.0
    for vertex in placements.indices where !isPerson(vertex) {
      let criticality = placements[vertex].criticality
      allWeight += weights.weight(of: criticality)
      guard let (state, event) = spread.worst(of: vertex) else { continue }
      if state == .lost { lostWeight += weights.weight(of: criticality) }
      elements.append(
        FailureEffect(
          subject: .element(elementID(vertex)), state: state, reason: spread.events[event].reason,
          path: spread.path(from: event), criticality: criticality))
    }
    let flows = solution.flows.compactMap { spread.effect(on: $0) }
    let weightOfFlows = solution.flows.reduce(0) {
      $0 + weights.weight(of: $1.criticality ?? solution.criticality)
    }
    let lostFlows = flows.filter { $0.state == .lost }.reduce(0) {
      $0 + weights.weight(of: $1.criticality)
    }
    return FailureOutcome(
      failures: failures, elements: elements.sorted(by: Self.isWorse),
      flows: flows.sorted(by: Self.isWorse),
      lostFlowShare: weightOfFlows > 0 ? lostFlows / weightOfFlows : nil,
      lostElementShare: allWeight > 0 ? lostWeight / allWeight : 0)
  }

  private static func isWorse(_ one: FailureEffect, than other: FailureEffect) -> Bool {
    let (left, right) = (one.criticality?.rank ?? 1, other.criticality?.rank ?? 1)
    if one.state != other.state { return one.state < other.state }
    if left != right { return left > right }
    return one.subject.name < other.subject.name
  }
}

extension FailureSpread {
  /// What becomes of a flow; nil when it runs as before.
  func effect(on flow: Flow) -> FailureEffect? {
    let needs = FlowNeeds(of: flow, in: graph)
    let found = loss(of: needs) ?? degradation(of: needs) ?? delay(of: needs)
    return found.map { state, reason, path in
      FailureEffect(
        subject: .flow(flow.id), state: state, reason: reason, path: path,
        criticality: flow.criticality ?? graph.solution.criticality)
    }
  }

  private typealias Effect = (FailureState, FailureEffect.Reason, [FailureEffect.Step])

  private func loss(of needs: FlowNeeds) -> Effect? {
    for need in needs.needed {
      guard let event = lost[need.vertex], startsLoss(event, needs.optionalLinks) else { continue }
      let path = way(to: need, of: needs) + path(from: event)
      return (.lost, reasonForFlow(events[event].reason, isDirect: path.count == 1), path)
    }
    for link in needs.takenLinks where failedLinks.contains(link) {
      guard let leg = graph.legs(of: link).first, graph.needs.choices.place(over: link) == nil,
        needs.needed.contains(where: { $0.vertex == leg.destination })
      else { continue }
      return (.lost, .linkFailed, [step(leg.source, link)])
    }
    for use in needs.choices where isLost(choice: use.place) {
      let choice = graph.needs.choices.choices[use.place]
      let rest = choice.standIn.flatMap { lost[$0] }.map { path(from: $0) } ?? []
      return (.lost, .noWayLeft, [step(choice.dependent, choice.link)] + rest)
    }
    return nil
  }

  /// Why a flow is lost with an element: what kept a link from the next step says so itself.
  private func reasonForFlow(_ reason: FailureEffect.Reason, isDirect: Bool)
    -> FailureEffect.Reason
  {
    switch reason {
    case .noWayLeft: reason
    case .linkFailed: isDirect ? reason : .needs
    case .failed, .inZone, .instances, .needs, .standsIn, .doesWithout, .needsDegraded, .unfed,
      .needsStale, .optionalStep, .late:
      .needs
    }
  }

  /// Whether an element is lost by itself, and not only with something that it needs or over a link
  /// that the flow can leave out.
  private func startsLoss(_ event: Int, _ optional: [Int]) -> Bool {
    switch events[event].reason {
    case .failed, .inZone, .instances: true
    case .linkFailed, .noWayLeft: events[event].link.map { !optional.contains($0) } ?? true
    case .needs, .standsIn, .doesWithout, .needsDegraded, .unfed, .needsStale, .optionalStep,
      .late:
      false
    }
  }

  private func degradation(of needs: FlowNeeds) -> Effect? {
    for use in needs.choices where isFirstWayLost(use.place) {
      let choice = graph.needs.choices.choices[use.place]
      let rest = choice.dependencies.compactMap { lost[$0] }.first.map { path(from: $0) } ?? []
      return (.degraded, .standsIn, [step(choice.dependent, choice.link)] + rest)
    }
    for vertex in needs.softened {
      if let event = lost[vertex] { return (.degraded, .standsIn, path(from: event)) }
    }
    for need in needs.needed {
      guard let event = degraded[need.vertex] else { continue }
      return (.degraded, events[event].reason, way(to: need, of: needs) + path(from: event))
    }
    for link in needs.takenLinks where failedLinks.contains(link) {
      guard let leg = graph.legs(of: link).first, needs.softened.contains(leg.destination) else {
        continue
      }
      return (.degraded, .standsIn, [step(leg.source, link)])
    }
    for link in needs.optionalLinks {
      let stops = graph.legs(of: link).map(\.destination)
      if let event = stops.compactMap({ lost[$0] }).first {
        return (.degraded, .optionalStep, path(from: event))
      }
      if failedLinks.contains(link), let leg = graph.legs(of: link).first {
        return (.degraded, .optionalStep, [step(leg.source, link)])
      }
    }
    return nil
  }

  private func delay(of needs: FlowNeeds) -> Effect? {
    for vertex in needs.deferred {
      if let (_, event) = worst(of: vertex) { return (.stale, .late, path(from: event)) }
    }
    for need in needs.needed {
      guard let event = stale[need.vertex] else { continue }
      return (.stale, .needsStale, way(to: need, of: needs) + path(from: event))
    }
    for link in needs.takenLinks where failedLinks.contains(link) {
      if let leg = graph.legs(of: link).first { return (.stale, .late, [step(leg.source, link)]) }
    }
    return nil
  }

  private func step(_ vertex: Int, _ link: Int) -> FailureEffect.Step {
    FailureEffect.Step(element: graph.elementID(vertex), link: graph.linkID(link))
  }

  /// From the step of the flow that needs an element to just before that element.
  private func way(to need: FlowNeeds.Need, of needs: FlowNeeds) -> [FailureEffect.Step] {
    let users = Dictionary(
      uniqueKeysWithValues: needs.needed.map { ($0.vertex, $0.neededBy) })
    var way: [FailureEffect.Step] = []
    var vertex = need.vertex
    while let user = users[vertex] ?? nil {
      let link = graph.needs.needs(of: user).first { $0.dependency == vertex }?.link
      let id = link.flatMap { $0 >= 0 ? graph.linkID($0) : nil }
      way.append(FailureEffect.Step(element: graph.elementID(user), link: id))
      vertex = user
    }
    return way.reversed()
  }
}
