public import SolutionModel

extension FlowAvailability {
  /// What one part costs the flow in availability.
  public struct Cost: Hashable, Sendable {
    /// An element, a zone, or a link for its fallback.
    public let subject: ElementPath.Subject
    public let availability: Availability
    /// The share of the error budget that its outages use up; nil without a target, and for parts of
    /// unknown importance.
    public let budgetShare: Double?
    /// How much of the time the flow is down because of it, about: importance · (1 − A).
    public let outage: Double
  }

  /// Every part that the flow's outages come from, elements, zones and stand-ins, the costliest first.
  public var costs: [Cost] {
    let costs =
      parts.map { cost(.element($0.element), $0.availability, $0.budgetShare, importance: 1) }
      + fates.map { cost(.zone($0.zone), $0.availability, $0.budgetShare, importance: 1) }
      + alternatives.map {
        cost($0.subject, $0.availability, $0.budgetShare, importance: $0.importance ?? 0)
      }
    return costs.sorted { left, right in
      left.outage == right.outage
        ? left.subject.description < right.subject.description : left.outage > right.outage
    }
  }

  private func cost(
    _ subject: ElementPath.Subject, _ availability: Availability, _ share: Double?,
    importance: Double
  ) -> Cost {
    Cost(
      subject: subject, availability: availability, budgetShare: share,
      outage: importance * (1 - availability.fraction))
  }
}

extension SolutionGraph {
  /// What is left of each flow's availability when nothing fails but what the solution cannot change:
  /// external elements, and those that are not `changeable`.
  ///
  /// No redundancy of one's own gets a flow beyond that. In the order of the flows.
  ///
  /// - Complexity: as `flowAvailabilities()`.
  public func bestReachableAvailabilities() -> [Availability] {
    var reckoning = RedundancyReckoning()
    let isFixed = placements.indices.map {
      placements[$0].isExternal || solution.elements[$0].isChangeable == false
    }
    return solution.flows.map { flow in
      let needs = FlowNeeds(of: flow, in: self)
      let sure = needs.needed.prefix { !$0.isInferred }
      var best = sure.reduce(1.0) { product, need in
        isFixed[need.vertex] ? product * (availabilities[need.vertex]?.fraction ?? 1) : product
      }
      let choices = needs.choices.filter { !$0.isInferred }.map(\.place)
      if !choices.isEmpty {
        var terms = terms(of: needs, given: sure, followsInferred: false)
        terms.mayFail = { isFixed[$0] }
        terms.zonesFail = false
        best *= reckoning.answer(choices, in: self, terms).upper
      }
      return Availability(clamped: best)
    }
  }
}
