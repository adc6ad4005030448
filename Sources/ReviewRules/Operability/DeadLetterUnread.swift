public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds dead letter channels that nobody reads.
public struct DeadLetterUnread: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var senders: [Int: [Int]] = [:]
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      if case .channel(let id) = graph.solution.links[link].failure.deadLetter,
        let vertex = graph.solution.index(of: id)
      {
        senders[vertex, default: []].append(link)
      }
    }
    for (vertex, links) in senders.sorted(by: { $0.key < $1.key }) {
      let isRead = graph.legs(outOf: vertex).contains { $0.source == vertex }
      let hasOwner = links.allSatisfy { graph.solution.links[$0].failure.errorOwner != nil }
      if isRead || hasOwner {
        verdicts.pass()
        continue
      }
      switch graph.solution.elements[vertex].monitoring {
      case nil:
        verdicts.unknown(missing: "monitoring", ofElement: vertex)
      case Monitoring.none?:
        verdicts.used("monitoring", ofElement: vertex)
        verdicts.fail(
          Self.finding(graph.elementID(vertex), links.map { graph.solution.links[$0] }))
      case .local?, .central?, .professional?:
        verdicts.used("monitoring", ofElement: vertex)
        verdicts.pass()
      }
    }
  }

  private static func finding(_ id: ElementID, _ links: [Link]) -> Finding {
    Finding(
      descriptor, .isReadByNobody(id, links.count), at: .element(id),
      weighs: links.map { .link($0.id) }, roles: [Finding.Role("channel", .element(id))],
      evidence: Evidence(
        path: Evidence.steps(along: [links[0]]),
        figures: [
          .init("links that leave dead letters", "\(links.count)"),
          .init("links that fetch them", "0"), .init("monitoring", Monitoring.none.rawValue),
        ]),
      related: links.map { Finding.Related(.link($0.id), "leaves its dead letters there") })
  }

  public static let descriptor = RuleDescriptor(
    id: "dead-letter-unread",
    title: "Dead letters unread",
    family: .operability,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Messages that fail are put aside in a channel that nobody reads or watches.",
    rationale: """
      A dead letter channel turns a loud failure into a silent one. That is a good trade while \
      somebody looks into it; without that it is a wastebasket with a retention time.
      """,
    detection: """
      A channel that links in use name as `dead-letter`, out of which no link leads, which says \
      `monitoring: none`, and of whose links some have no `error-owner`. Without `monitoring` it is \
      unknown.
      """,
    remedy: """
      Raise an alarm on the first letter, name an `error-owner`, and build the way back: look, mend, \
      send again.
      """,
    falsePositives: "Somebody looks into it each morning: name that team as `error-owner`.",
    question: "How many letters lie there today, and how old is the oldest?",
    references: [
      "Hohpe, Woolf: Enterprise Integration Patterns, Dead Letter Channel",
      "Amazon SQS Developer Guide: dead-letter queues and alarms on their depth",
    ],
    examples: [
      RuleExample(
        "rejected orders pile up unseen",
        """
        apps: { shop: Web shop, ledger: Ledger }
        channels:
          ⟦rejects⟧: { name: Rejected orders, type: queue, monitoring: none }
        links:
          - { from: shop, to: ledger, via: queue, dead-letter: rejects }
        """),
      RuleExample(
        "a worklist fetches them",
        """
        apps: { shop: Web shop, ledger: Ledger, worklist: Worklist }
        channels:
          rejects: { name: Rejected orders, type: queue, monitoring: none }
        links:
          - { from: shop, to: ledger, via: queue, dead-letter: rejects }
          - { from: rejects, to: worklist, via: queue, dead-letter: platform }
        """),
      RuleExample(
        "somebody who answers for errors, or an alarm, is enough",
        """
        teams: { finance: Finance IT }
        apps: { shop: Web shop, ledger: Ledger }
        channels:
          rejects: { name: Rejected orders, type: queue, monitoring: none }
          refused: { name: Refused parcels, type: queue, monitoring: central }
        links:
          - from: shop
            to: ledger
            via: queue
            dead-letter: rejects
            error-owner: finance
          - { from: ledger, to: shop, via: queue, dead-letter: refused }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isReadByNobody(_ id: ElementID, _ count: Int) -> Self {
    "\(Wording.name(id)) takes the dead letters of \(Wording.count(count, "link")), and nobody reads them"
  }
}
