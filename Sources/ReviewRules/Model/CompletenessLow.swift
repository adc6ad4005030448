public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds models that say too little to be believed.
public struct CompletenessLow: Rule {
  /// The least share of the facts that most judgements rest on.
  public var minimumShare = 0.6

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "minimum-share", \.minimumShare, in: 0...1,
      "The least share of the facts that most judgements rest on (0 to 1)")
  ]

  /// How often a fact was asked for, and how often it was there.
  private struct Count {
    let fact: String
    var asked = 0
    var known = 0

    mutating func ask(_ isKnown: Bool) {
      asked += 1
      if isKnown { known += 1 }
    }
  }

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let counts = Self.elementFacts(in: subject.graph) + Self.linkFacts(in: subject.graph)
    let asked = counts.reduce(0) { $0 + $1.asked }
    guard asked > 0 else { return }
    let known = counts.reduce(0) { $0 + $1.known }
    if Double(known) / Double(asked) < minimumShare {
      verdicts.fail(finding(counts.filter { $0.asked > 0 }, known: known, asked: asked))
    } else {
      verdicts.pass()
    }
  }

  private static func elementFacts(in graph: SolutionGraph) -> [Count] {
    var owner = Count(fact: "owner")
    var criticality = Count(fact: "criticality")
    var availability = Count(fact: "availability")
    for vertex in graph.solution.elements.indices where graph.isRun(vertex) {
      owner.ask(graph.placements[vertex].owner != nil)
      criticality.ask(graph.placements[vertex].criticality != nil)
      if graph.solution.elements[vertex].kind != .system {
        availability.ask(graph.solution.elements[vertex].availability != nil)
      }
    }
    return [owner, criticality, availability]
  }

  private static func linkFacts(in graph: SolutionGraph) -> [Count] {
    var option = Count(fact: "via")
    var data = Count(fact: "carries")
    var timeout = Count(fact: "timeout")
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      option.ask(graph.traits[link].interaction != nil)
      if graph.traits[link].isStructural { data.ask(!graph.solution.links[link].carries.isEmpty) }
      if graph.traits[link].isCall {
        timeout.ask(graph.solution.links[link].timing.timeout != nil)
      }
    }
    return [option, data, timeout]
  }

  private func finding(_ counts: [Count], known: Int, asked: Int) -> Finding {
    let share = Double(known) / Double(asked)
    let poorest = counts.min { $0.known * $1.asked < $1.known * $0.asked }
    return Finding(
      Self.descriptor,
      .saysTooLittle(share: share, limit: minimumShare, poorest: poorest?.fact ?? ""),
      at: ElementPath(.solution), roles: [Finding.Role("scope", .solution)],
      evidence: Evidence(
        figures: [
          .init("known", "\(known) of \(asked)"),
          .init("least", Wording.decimal(minimumShare * 100, places: 0) + " %", basis: "setting"),
        ] + counts.map { Evidence.Figure($0.fact, "\($0.known) of \($0.asked)") }))
  }

  public static let descriptor = RuleDescriptor(
    id: "completeness-low",
    title: "Completeness too low",
    family: .model,
    level: .note,
    profile: .board,
    quality: .functionalSuitability,
    summary: "The model leaves out most of the facts that judgements rest on.",
    rationale: """
      A review of a sketch finds little, and who reads only the count of findings takes that for \
      praise. The share of what is known says how much the silence is worth.
      """,
    detection: """
      Known facts divided by facts asked for, below `minimum-share`. Asked are `owner` and \
      `criticality` of each part of our own (they may come from what is around it), `availability` of \
      each app, store and channel, and of links in use the option or interaction, `carries`, and the \
      `timeout` of calls.
      """,
    remedy: """
      Begin with the fact that is known least often, along the flow that matters most; the report \
      lists what is missing for each attribute.
      """,
    falsePositives: "It is a sketch and is meant to be one: then it is not yet for a board.",
    question: "Which of the silent rules would matter most if they could speak?",
    references: ["ISO/IEC 25012:2008, Data quality model: completeness"],
    examples: [
      RuleExample(
        "two names and a line",
        """
        solution: ⟦Example⟧
        apps: { shop: Web shop, stock: Stock }
        links:
          - shop -> stock: reserves articles
        """),
      RuleExample(
        "a model with facts",
        """
        owner: sales
        criticality: high
        teams: { sales: Sales IT }
        apps:
          shop: { name: Web shop, availability: 99.9% }
          stock: { name: Stock, availability: 99.5% }
        data: { order: { master: shop } }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, carries: [order] }
        """),
      RuleExample(
        "a model of others only is not asked",
        """
        systems: { bank: { external: true }, carrier: { external: true } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func saysTooLittle(share: Double, limit: Double, poorest: String) -> Self {
    """
    the model says \(Wording.decimal(share * 100, places: 0)) % of what judgements rest on (least \
    \(Wording.decimal(limit * 100, places: 0)) %), and '\(poorest)' least of all
    """
  }
}
