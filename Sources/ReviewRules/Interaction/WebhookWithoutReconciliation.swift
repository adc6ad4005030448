public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds receivers of webhooks that would never learn of one that got lost.
public struct WebhookWithoutReconciliation: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for place in graph.traits.indices where graph.traits[place].isInUse {
      guard graph.solution.links[place].via?.text == "webhook",
        let sender = graph.solution.index(of: graph.solution.links[place].source),
        let receiver = graph.solution.index(of: graph.solution.links[place].destination)
      else { continue }
      if let check = Self.check(of: sender, by: receiver, in: graph) {
        verdicts.used(.link(graph.linkID(check)))
        verdicts.pass()
        continue
      }
      switch Self.matters(place, in: graph.solution) {
      case true?: verdicts.fail(Self.finding(graph.solution.links[place], in: graph))
      case false?: verdicts.pass()
      case nil:
        let link = graph.solution.links[place]
        let silent = link.carries.filter { graph.solution.data($0)?.class == nil }
        verdicts.unknown(
          missing: silent.isEmpty
            ? [.link(link.id, "carries")] : silent.map { .data($0, "class") })
      }
    }
  }

  /// A link by which the receiver fetches from the sender.
  private static func check(of sender: Int, by receiver: Int, in graph: SolutionGraph) -> Int? {
    let (near, far) = (graph.placements[receiver], graph.placements[sender])
    return graph.legs(outOf: receiver).first { leg in
      let place = graph.placements[leg.destination]
      let isSame = place.host == far.host || place.system != nil && place.system == far.system
      guard isSame, near.host != place.host else { return false }
      return graph.traits[leg.link].dataFlow == .pull || graph.traits[leg.link].dataFlow == .both
    }?.link
  }

  /// Whether what it tells is business data; nil when the model does not say.
  private static func matters(_ place: Int, in solution: Solution) -> Bool? {
    var matters: Bool? = solution.links[place].carries.isEmpty ? nil : false
    for data in solution.links[place].carries {
      switch solution.data(data)?.class {
      case .transactional, .master, .identity: return true
      case .reference, .event, .analytical, .content, .configuration, .log: break
      case nil: matters = nil
      }
    }
    return matters
  }

  private static func finding(_ link: Link, in graph: SolutionGraph) -> Finding {
    let data = link.carries.map(\.text)
    return Finding(
      descriptor, .wouldNotNotice(link, data), at: .link(link.id, "via"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("carries", Wording.list(data)),
          Evidence.Figure("delivery", link.effectiveDelivery),
          .init("links that fetch from '\(link.source)'", "0"),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "webhook-without-reconciliation",
    title: "Webhook without reconciliation",
    family: .interaction,
    level: .note,
    profile: .strict,
    quality: .reliability,
    summary: "Business data arrives by webhook alone, and nobody looks for what did not arrive.",
    rationale: """
      Senders of webhooks give up after some hours or tries, and may turn the hook off. What fell \
      into an outage of the receiver is then missing for good, and nothing shows the gap.
      """,
    detection: """
      A link `via: webhook` that carries data of class `transactional`, `master` or `identity`, \
      whose destination has no link that fetches data from the sender or from another part of its \
      system. Other classes are in order; without them the link is unknown.
      """,
    remedy: """
      Read from the sender now and then what changed since the last time (`via: rest-pull`) and \
      compare, or take the hook only as a hint to fetch.
      """,
    falsePositives: """
      The sender keeps undelivered events and the receiver can ask for them by hand, and somebody \
      does after each outage.
      """,
    question: "After an outage of a day, how do you find the events that were given up?",
    references: [
      "Standard Webhooks specification: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"
    ],
    examples: [
      RuleExample(
        "payments are told by webhook only",
        """
        systems:
          payments: { name: Payment provider, external: true }
        apps:
          shop: Web shop
        data:
          payment: { class: transactional, master: payments }
        links:
          - payments -> shop: tells of payments
            via: ⟦webhook⟧
            carries: [payment]
        """),
      RuleExample(
        "the shop compares each night",
        """
        systems:
          payments: { name: Payment provider, external: true }
        apps:
          shop: Web shop
        data:
          payment: { class: transactional, master: payments }
        links:
          - payments -> shop: tells of payments
            via: webhook
            carries: [payment]
          - shop -> payments: reads the payments of the day
            via: rest-pull
            carries: [payment]
        """),
      RuleExample(
        "what is no business data may be lost",
        """
        systems: { ci: CI }
        apps: { a: A }
        data: { build: { class: log }, other: Other }
        links:
          - { from: ci, to: a, via: webhook, carries: [build] }
          - { from: ci, to: a, id: second, via: webhook, carries: [other] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func wouldNotNotice(_ link: Link, _ data: [String]) -> Self {
    """
    '\(link.destination)' hears of \(Wording.list(data)) from '\(link.source)' by webhook alone and \
    never fetches
    """
  }
}
