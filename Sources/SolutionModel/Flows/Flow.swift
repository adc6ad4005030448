/// A journey through the solution: ordered steps over declared links, with targets.
public struct Flow: Hashable, Sendable, Identifiable {
  public let id: FlowID
  public var name: String
  public var summary: String?
  public var owner: TeamID?
  public var criticality: Criticality?
  public var serviceHours: String?
  /// The availability that it must reach.
  public var availabilityTarget: Availability?
  /// The longest time that it may take, p95.
  public var latencyTarget: Duration?
  public var rtoTarget: Duration?
  public var rpoTarget: Duration?
  /// How often it runs at its peak.
  public var peak: Rate?
  public var steps: [FlowStep] = []
  public var tags: [String] = []
  public var todo: String?

  public init(id: FlowID, name: String? = nil) {
    self.id = id
    self.name = name ?? id.text
  }
}

/// One step of a flow.
public indirect enum FlowStep: Hashable, Sendable {
  case link(LinkID)
  /// Work inside one element; nil when the time is not declared.
  case work(at: ElementID, takes: Duration?)
  /// All at the same time.
  case parallel([FlowStep])
  /// May be left out; its failure does not fail the flow.
  case optional([FlowStep])
  case repeated(times: Int, [FlowStep])
}

extension Flow {
  /// A link as the flow uses it.
  public struct Use: Hashable, Sendable {
    public let link: LinkID
    /// Whether the step is inside an `optional`.
    public let isOptional: Bool
    /// How often one run of the flow takes it, the repeats around it multiplied.
    public let times: Int
  }

  /// The links in the order of the steps, one entry a step.
  public var uses: [Use] {
    var uses: [Use] = []
    func visit(_ steps: [FlowStep], optional: Bool, times: Int) {
      for step in steps {
        switch step {
        case .link(let link): uses.append(Use(link: link, isOptional: optional, times: times))
        case .work: break
        case .parallel(let inner): visit(inner, optional: optional, times: times)
        case .optional(let inner): visit(inner, optional: true, times: times)
        case .repeated(let count, let inner):
          visit(
            inner, optional: optional,
            times: times.multipliedReportingOverflow(by: count).partialValue)
        }
      }
    }
    visit(steps, optional: false, times: 1)
    return uses
  }

  /// The elements that work is said to happen at, in the order of the steps.
  public var workplaces: [(element: ElementID, isOptional: Bool)] {
    var places: [(ElementID, Bool)] = []
    func visit(_ steps: [FlowStep], optional: Bool) {
      for step in steps {
        switch step {
        case .link: break
        case .work(let element, _): places.append((element, optional))
        case .parallel(let inner), .repeated(_, let inner): visit(inner, optional: optional)
        case .optional(let inner): visit(inner, optional: true)
        }
      }
    }
    visit(steps, optional: false)
    return places
  }
}
