public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds figures that contradict each other, or that nobody would accept.
public struct ImplausibleFigure: Rule {
  /// Below this an availability is taken for a slip.
  public var leastAvailability = 50.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "least-availability", \.leastAvailability, in: 0...100,
      "Below this an availability is taken for a slip (percent)")
  ]

  /// Two figures that do not go together, or one that cannot be meant.
  private struct Slip {
    /// The key that is most likely wrong.
    let key: String
    let clause: String
    let figures: [Evidence.Figure]
  }

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    for vertex in solution.elements.indices {
      guard let slips = slips(ofElement: vertex, in: solution) else { continue }
      if slips.isEmpty { verdicts.pass() }
      let id = solution.elements[vertex].id
      for slip in slips {
        verdicts.fail(Self.finding(slip, of: Wording.name(id), at: .element(id, slip.key)))
      }
    }
    for place in solution.links.indices where solution.links[place].volume.average != nil {
      guard let slips = Self.slips(ofLink: solution.links[place]) else { continue }
      if slips.isEmpty { verdicts.pass() }
      let link = solution.links[place]
      for slip in slips {
        verdicts.fail(Self.finding(slip, of: Wording.name(link), at: .link(link.id, slip.key)))
      }
    }
  }

  /// Nil where there is nothing to judge.
  private func slips(ofElement vertex: Int, in solution: Solution) -> [Slip]? {
    guard let availability = solution.elements[vertex].availability else { return nil }
    guard availability.fraction * 100 < leastAvailability else { return [] }
    let limit = Wording.decimal(leastAvailability, places: 1) + " %"
    return [
      Slip(
        key: "availability",
        clause: "is said to be up \(Wording.percent(availability)) of the time (least \(limit))",
        figures: [
          .init("availability", Wording.percent(availability)),
          .init("least", limit, basis: "setting"),
        ])
    ]
  }

  /// Nil where there is nothing to compare.
  private static func slips(ofLink link: Link) -> [Slip]? {
    guard let average = link.volume.average, let peak = link.volume.peak else { return nil }
    guard average > peak else { return [] }
    let figures = [average, peak].map { Wording.decimal($0.perSecond, places: 3) + "/s" }
    return [
      Slip(
        key: "average",
        clause: "is used \(figures[0]) on average and \(figures[1]) at its peak",
        figures: [.init("average", figures[0]), .init("peak", figures[1])])
    ]
  }

  private static func finding(_ slip: Slip, of name: String, at place: ElementPath) -> Finding {
    Finding(
      descriptor, .cannotBe(name, slip.clause), at: place, discriminator: slip.key,
      evidence: Evidence(figures: slip.figures))
  }

  public static let descriptor = RuleDescriptor(
    id: "implausible-figure",
    title: "Implausible figure",
    family: .model,
    level: .warning,
    profile: .minimal,
    quality: .functionalSuitability,
    summary: "A figure contradicts another one, or nobody would accept it.",
    rationale: """
      Every analysis takes the figures at their word. A slip of the pen at one link moves the \
      availability or the time of each flow that passes it, and nobody looks for it there.
      """,
    detection: """
      An `availability` below `least-availability`, or an `average` above the `peak` of the same link. \
      One finding a slip. Times that contradict each other are left to `timeout-below-latency`.
      """,
    remedy: "Look at both figures and correct the wrong one.",
    falsePositives: "A share is meant, as with `availability: 5%` of a device that mostly sleeps.",
    question: "Where does the figure come from, and who measured it?",
    references: ["ISO/IEC 25012:2008, Data quality model: consistency and credibility"],
    examples: [
      RuleExample(
        "an availability with a slip of the comma",
        """
        apps:
          shop: { name: Web shop, availability: ⟦9.99%⟧ }
          stock: { name: Stock, availability: 99.9% }
        links:
          - { from: shop, to: stock, via: rest, timeout: 3s, average: 2/s, peak: 20/s }
        """),
      RuleExample(
        "figures that go together",
        """
        apps:
          shop: { name: Web shop, availability: 99.9% }
          stock: { name: Stock, availability: 99.9% }
        links:
          - { from: shop, to: stock, via: rest, timeout: 3s, average: 2/s, peak: 20/s }
        """),
      RuleExample(
        "more on average than at the peak; one figure alone has nothing to contradict",
        """
        apps: { shop: Web shop, stock: Stock, prices: Prices }
        links:
          - { from: shop, to: stock, via: rest, timeout: 3s, average: ⟦20/s⟧, peak: 5/s }
          - { from: shop, to: prices, via: rest, timeout: 1ms, average: 20/s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func cannotBe(_ name: String, _ clause: String) -> Self {
    "\(name) \(clause)"
  }
}
