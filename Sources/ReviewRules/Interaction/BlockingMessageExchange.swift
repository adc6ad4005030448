public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds callers that wait for an answer over a channel that was made for not waiting.
public struct BlockingMessageExchange: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let stores = Self.storesOnTheWay(in: graph)
    for place in graph.traits.indices where graph.traits[place].isInUse {
      let isMessage = graph.traits[place].category == .event
      guard stores[place] != nil || isMessage && Self.usesBroker(place, in: graph) else { continue }
      guard graph.traits[place].interaction != nil else {
        verdicts.unknown(missing: "interaction", ofLink: place)
        continue
      }
      if graph.isSoftwareCall(place) {
        let link = graph.solution.links[place]
        verdicts.fail(
          Self.finding(link, stores[place].map { .element($0) } ?? .link(link.id, "via")))
      } else {
        verdicts.pass()
      }
    }
  }

  /// By link, the first channel that stores and forwards what it sends.
  private static func storesOnTheWay(in graph: SolutionGraph) -> [Int: ElementID] {
    var stores: [Int: ElementID] = [:]
    for vertex in graph.placements.indices where graph.solution.elements[vertex].kind == .channel {
      switch graph.solution.elements[vertex].type?.rawValue {
      case "queue", "topic", "stream": break
      default: continue
      }
      for leg in Array(graph.legs(into: vertex)) + Array(graph.legs(outOf: vertex))
      where stores[leg.link] == nil {
        stores[leg.link] = graph.elementID(vertex)
      }
    }
    return stores
  }

  private static func usesBroker(_ place: Int, in graph: SolutionGraph) -> Bool {
    graph.solution.links[place].option?.usesBroker == true
  }

  private static func finding(_ link: Link, _ channel: ElementPath) -> Finding {
    Finding(
      descriptor, .waitsOver(link, channel),
      at: .link(link.id, link.interaction != nil || link.via == nil ? "interaction" : "via"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("interaction", link.effectiveInteraction),
          link.timing.timeout.map { .init("timeout", Wording.duration($0)) },
        ].compactMap { $0 }),
      related: [Finding.Related(channel, "stores and forwards")],
      cures: [Cure(.makeAsynchronous(link.id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "blocking-message-exchange",
    title: "Blocking message exchange",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A caller waits for an answer that takes its way through a queue, topic or stream.",
    rationale: """
      It has the costs of both styles: the caller stops when the receiver is slow, as with a call, \
      and nobody tells it that the receiver is down, as with a queue. Requests whose caller has \
      given up stay in the queue and are still carried out.
      """,
    detection: """
      A link between programs that somebody waits on, declared or by its option, and that starts \
      at, ends at or passes a channel of type `queue`, `topic` or `stream`, or is of an option that \
      uses a broker. A bus mediates calls and is left out.
      """,
    remedy: """
      Call directly where the answer is needed at once. Where it is not, let the caller go on and \
      take the answer as a message of its own, told apart by a correlation id.
      """,
    falsePositives: """
      The wait has a short limit, requests expire with it, and the broker is the only way through \
      a network border.
      """,
    question: "What happens to the requests in the queue whose callers have given up?",
    references: [
      "Enterprise Integration Patterns, Request-Reply: https://www.enterpriseintegrationpatterns.com/patterns/messaging/RequestReply.html",
      "Enterprise Integration Patterns, Message Expiration: https://www.enterpriseintegrationpatterns.com/patterns/messaging/MessageExpiration.html",
    ],
    examples: [
      RuleExample(
        "the portal waits for an answer from the queue",
        """
        apps:
          portal: Portal
          rating: Rating
        channels:
          requests: { name: Rating requests, type: queue }
        links:
          - portal -> rating: asks for the premium
            through: [requests]
            via: queue
            interaction: ⟦sync⟧
            timeout: 20s
        """),
      RuleExample(
        "the portal calls",
        """
        apps:
          portal: Portal
          rating: Rating
        links:
          - portal -> rating: asks for the premium
            via: rest
            timeout: 5s
        """),
      RuleExample(
        "a bus may mediate calls, and a call into a queue is one that waits",
        """
        apps: { a: A, b: B }
        channels: { bus: { type: bus }, q: { type: queue } }
        links:
          - { from: a, to: b, through: [bus], via: soap, timeout: 1s }
          - { from: a, to: q, via: ⟦rest⟧, timeout: 1s }
          - { from: q, to: b, via: queue }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsOver(_ link: Link, _ channel: ElementPath) -> Self {
    if case .element(let id) = channel.subject {
      return "\(Wording.name(link)) waits for an answer over '\(id)', which stores and forwards"
    }
    return "\(Wording.name(link)) waits for an answer over a \(link.via?.text ?? "channel")"
  }
}
