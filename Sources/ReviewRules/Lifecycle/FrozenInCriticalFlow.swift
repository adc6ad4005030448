public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds frozen parts without which a critical flow stops and of which nobody knows how often they fail.
public struct FrozenInCriticalFlow: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let uses = graph.flowUses()
    for vertex in graph.solution.elements.indices where !uses.flowsOfElement[vertex].isEmpty {
      guard graph.solution.elements[vertex].kind != .person,
        let part = FrozenPart(at: vertex, in: graph)
      else { continue }
      let flows = uses.flowsOfElement[vertex].map { graph.solution.flows[$0] }.filter {
        ($0.criticality ?? graph.solution.criticality ?? .low) >= .high
      }
      guard !flows.isEmpty else { continue }
      let way = graph.legs(into: vertex).first { leg in
        graph.traits[leg.link].isHard && !uses.flowsOfLink[leg.link].isEmpty
      }
      guard let way else {
        verdicts.pass()
        continue
      }
      if graph.solution.elements[vertex].availability == nil {
        verdicts.fail(
          Self.finding(graph.elementID(vertex), part, flows, graph.solution.links[way.link]))
      } else {
        verdicts.used("availability", ofElement: vertex)
        verdicts.pass()
      }
    }
  }

  private static func finding(_ id: ElementID, _ part: FrozenPart, _ flows: [Flow], _ link: Link)
    -> Finding
  {
    Finding(
      descriptor, .carriesUnmeasured(id, part, flows.map(\.id)), at: .element(id),
      weighs: flows.map { .flow($0.id) }, roles: [Finding.Role("element", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          part.figure, .init("availability", "not declared"),
          .init("flows from high on", "\(flows.count)"),
        ] + [Evidence.Figure("need", link.effectiveNeed)].compactMap { $0 }),
      related: flows.map { Finding.Related(.flow($0.id), "waits for it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "frozen-in-critical-flow",
    title: "Frozen part in a critical flow",
    family: .lifecycle,
    level: .note,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A critical flow waits for a part that nobody changes and nobody has measured.",
    rationale: """
      A part that is frozen gets no better: what it fails to do today it will fail to do for ever. \
      Before a critical flow leans on it, its record is the one thing that can still be found out.
      """,
    detection: """
      An element that is `frozen` or says `changeable: false`, itself or by what is around it, is \
      touched by a flow of criticality *high* or above outside `optional`, a link of a flow to it is \
      hard, and it declares no `availability`. \
      What that means for the target of the flow is left to `availability-unknown`.
      """,
    remedy: """
      Measure it for a quarter and declare what was measured; where that is too little, keep a copy of \
      what it knows nearer to the flow.
      """,
    falsePositives: "It is known to be sound: write the figure down and the finding goes.",
    question: "When was it last down, for how long, and who could do anything about it?",
    references: ["Fowler: Patterns of Legacy Displacement, martinfowler.com"],
    examples: [
      RuleExample(
        "orders wait for a ledger of which nobody knows how often it fails",
        """
        apps: { shop: Web shop }
        systems:
          ⟦ledger⟧: { name: Ledger, type: mainframe, lifecycle: frozen }
        links:
          - { from: shop, to: ledger, via: soap, timeout: 2s }
        flows:
          order: { criticality: core, steps: [shop -> ledger] }
        """),
      RuleExample(
        "somebody has measured it",
        """
        apps: { shop: Web shop }
        systems:
          ledger: { name: Ledger, type: mainframe, lifecycle: frozen, availability: 99.7% }
        links:
          - { from: shop, to: ledger, via: soap, timeout: 2s }
        flows:
          order: { criticality: core, steps: [shop -> ledger] }
        """),
      RuleExample(
        "a soft link, and a flow that matters less",
        """
        apps: { shop: Web shop, reports: Reports }
        systems:
          ledger: { name: Ledger, lifecycle: frozen }
          archive: { name: Archive, changeable: false }
        links:
          - { from: shop, to: ledger, via: soap, timeout: 2s, fallback: queue }
          - { from: reports, to: archive, via: soap, timeout: 2s }
        flows:
          order: { criticality: core, steps: [shop -> ledger] }
          report: { criticality: medium, steps: [reports -> archive] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func carriesUnmeasured(_ id: ElementID, _ part: FrozenPart, _ flows: [FlowID])
    -> Self
  {
    """
    \(Wording.name(id)) \(part.clause == "is frozen" ? "is frozen" : "may not be changed"), its \
    availability is not known, and critical flows wait for it: \(Wording.list(flows.map(\.text)))
    """
  }
}
