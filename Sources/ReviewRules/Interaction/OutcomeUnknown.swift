public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds commands that are sent away and never heard of again.
public struct OutcomeUnknown: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    // A link that passes two channels is told of once.
    var isJudged: Set<Int> = []
    for exchange in graph.messageExchanges() where !exchange.receivers.isEmpty {
      let far = FarSide(of: exchange, in: graph)
      for place in exchange.publications where isJudged.insert(place).inserted {
        guard let sender = graph.solution.index(of: graph.solution.links[place].source),
          Self.isProgram(sender, in: graph.solution),
          graph.traits[place].interaction == .asynchronous
        else { continue }
        switch graph.solution.links[place].operation {
        case .create, .command: break
        case .read, .update, .delete, .event: continue
        case nil:
          verdicts.unknown(missing: "operation", ofLink: place)
          continue
        }
        verdicts.used("operation", ofLink: place)
        guard !far.receivers.isEmpty else { continue }
        if far.isHeard(by: sender, asking: place, in: graph) {
          verdicts.pass()
        } else {
          verdicts.fail(Self.finding(place, far.receivers, in: graph))
        }
      }
    }
  }

  /// Who does what is asked, and whom they tell.
  private struct FarSide {
    /// The programs that receive, ascending.
    let receivers: [Int]
    /// The receivers and those that they have links to; modules as their apps.
    private let voices: Set<Int>

    init(of exchange: SolutionGraph.MessageExchange, in graph: SolutionGraph) {
      receivers = exchange.receivers.filter { isProgram($0, in: graph.solution) }
      var voices: Set<Int> = []
      for receiver in receivers {
        voices.insert(graph.placements[receiver].host)
        for leg in graph.legs(outOf: receiver) {
          voices.insert(graph.placements[leg.destination].host)
        }
      }
      self.voices = voices
    }

    /// Whether one of them tells the sender, or is asked by it other than over `place`.
    func isHeard(by sender: Int, asking place: Int, in graph: SolutionGraph) -> Bool {
      let host = graph.placements[sender].host
      if voices.contains(host) { return true }
      for vertex in Set([sender, host]) {
        for leg in graph.legs(into: vertex)
        where voices.contains(graph.placements[leg.source].host) {
          return true
        }
        for leg in graph.legs(outOf: vertex)
        where leg.link != place && fetches(leg.link, in: graph)
          && voices.contains(graph.placements[leg.destination].host)
        {
          return true
        }
      }
      return false
    }
  }

  private static func isProgram(_ vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].kind {
    case .application, .system, .module: true
    case .person, .store, .channel: false
    }
  }

  private static func fetches(_ place: Int, in graph: SolutionGraph) -> Bool {
    switch graph.traits[place].dataFlow {
    case .pull, .both: true
    case .push, .some(.none): false
    // A call that does not say which way data runs has an answer at least.
    case nil: graph.traits[place].isCall
    }
  }

  private static func finding(_ place: Int, _ receivers: [Int], in graph: SolutionGraph) -> Finding
  {
    let link = graph.solution.links[place]
    let names = receivers.map { graph.elementID($0).text }
    return Finding(
      descriptor, .neverHears(link, names), at: .link(link.id, "operation"),
      roles: [Finding.Role("command", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("operation", link.operation?.rawValue ?? ""),
          Evidence.Figure("interaction", link.effectiveInteraction),
          .init("receivers", Wording.list(names)),
        ].compactMap { $0 },
        assumptions: ["The sender has no way to the outcome that the model does not show."]),
      related: receivers.prefix(5).map {
        Finding.Related(.element(graph.elementID($0)), "knows the outcome")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "outcome-unknown",
    title: "Outcome unknown",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A command is sent asynchronously, and its sender never learns what came of it.",
    rationale: """
      The queue confirms that it took the command, not that it was carried out. What is refused at \
      the far end stays open at the near one, until a customer calls.
      """,
    detection: """
      A link that sends messages with `operation: command` or `create`, and no way back: none of \
      the receivers has a link to the sender, is asked by it (a link with data to the sender), or \
      tells an element, such as a channel, that has a link to the sender. Events only state a fact \
      and need no answer. Without an `operation` the link is unknown.
      """,
    remedy: """
      Send the outcome back as an event with the id of the command, or let the sender ask for the \
      state; where chains are long, let an event manager follow each case to its end.
      """,
    falsePositives: """
      Nobody acts on the outcome: then it is an event that states a fact, and `operation: event` \
      says so. Or people look at a list of errors at the receiver and call.
      """,
    question: "Who learns that a command was refused, and what does the customer see meanwhile?",
    references: [
      "Enterprise Integration Patterns, Request-Reply: https://www.enterpriseintegrationpatterns.com/patterns/messaging/RequestReply.html",
      "Enterprise Integration Patterns, Correlation Identifier: https://www.enterpriseintegrationpatterns.com/patterns/messaging/CorrelationIdentifier.html",
    ],
    examples: [
      RuleExample(
        "the shop never learns whether the parcel left",
        """
        apps:
          shop: Web shop
          shipping: Shipping
        channels:
          jobs: { name: Shipping jobs, type: queue }
        links:
          - shop -> jobs: orders the shipping
            via: queue
            operation: ⟦command⟧
          - jobs -> shipping: delivers
            via: queue
            idempotent: true
        """),
      RuleExample(
        "shipping tells",
        """
        apps:
          shop: Web shop
          shipping: Shipping
        channels:
          jobs: { name: Shipping jobs, type: queue }
          events: { name: Shipping events, type: topic }
        links:
          - shop -> jobs: orders the shipping
            via: queue
            operation: command
          - jobs -> shipping: delivers
            via: queue
            idempotent: true
          - shipping -> events: publishes parcel sent
            via: topic
            operation: event
          - events -> shop: delivers
            via: topic
        """),
      RuleExample(
        "asking is as good as being told, an event needs neither, and another call is no answer",
        """
        apps: { a: A, b: B, c: C, d: D }
        links:
          - { from: a, to: b, via: queue, operation: command }
          - { from: a, to: b, id: ask, via: rest-pull }
          - { from: a, to: c, via: queue, operation: event }
          - { from: b, to: d, via: queue, operation: ⟦create⟧ }
          - { from: b, to: d, id: push, via: rest, operation: update, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func neverHears(_ link: Link, _ receivers: [String]) -> Self {
    """
    '\(link.source)' sends a \(link.operation?.rawValue ?? "command") over \(Wording.name(link)) and \
    has no way to learn its outcome from \(Wording.list(receivers))
    """
  }
}
