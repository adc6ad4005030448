public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that change their store and tell others of it in two separate acts.
public struct DualWrite: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var silence = Silence()
    let writes = Writes(in: subject.graph)
    var silent: [Int: Int] = [:]
    // A link that passes two channels is told of once.
    var isJudged: Set<Int> = []
    for exchange in subject.graph.messageExchanges() {
      for place in exchange.publications where isJudged.insert(place).inserted {
        guard let write = writes.match(for: place, in: subject.graph) else { continue }
        switch links[place].failure.outbox {
        case .outbox, .changeDataCapture, .internalQueue:
          silence.speaks()
          verdicts.used("outbox", ofLink: place)
          verdicts.pass()
        case .some(.none):
          silence.speaks()
          verdicts.used("outbox", ofLink: place)
          verdicts.fail(Self.finding(links[place], links[write]))
        case nil:
          verdicts.lacks("outbox", ofLink: place)
          silent[place] = write
          silence.lacks(place)
        }
      }
    }
    if silence.isWhole {
      verdicts.fail(Self.finding(silence.links.map { links[$0] }))
    } else {
      for place in silence.links {
        if let write = silent[place] { verdicts.fail(Self.finding(links[place], links[write])) }
      }
    }
  }

  /// The links by which elements change stores, and what they do in the same run or to the same
  /// data.
  private struct Writes {
    /// An element and what one of its writes has in common with others.
    private struct Act: Hashable {
      let host: Int
      let flow: FlowID?
      let data: DataID?
    }

    /// The place of the first write of each kind.
    private var first: [Act: Int] = [:]
    /// By link, the flows that use it.
    private var flows: [Int: [FlowID]] = [:]

    init(in graph: SolutionGraph) {
      for flow in graph.solution.flows {
        for use in flow.uses {
          guard let place = graph.solution.index(of: use.link), flows[place]?.last != flow.id
          else { continue }
          flows[place, default: []].append(flow.id)
        }
      }
      for place in graph.traits.indices where graph.traits[place].isInUse {
        guard Self.changesStore(place, in: graph) else { continue }
        for act in acts(of: place, in: graph) where first[act] == nil { first[act] = place }
      }
    }

    private static func changesStore(_ place: Int, in graph: SolutionGraph) -> Bool {
      guard graph.traits[place].dataFlow == .push || graph.traits[place].dataFlow == .both,
        graph.solution.links[place].operation != .read,
        let destination = graph.solution.index(of: graph.solution.links[place].destination)
      else { return false }
      return graph.solution.elements[destination].kind == .store
    }

    private func acts(of place: Int, in graph: SolutionGraph) -> [Act] {
      guard let source = graph.solution.index(of: graph.solution.links[place].source) else {
        return []
      }
      let host = graph.placements[source].host
      return (flows[place] ?? []).map { Act(host: host, flow: $0, data: nil) }
        + graph.solution.links[place].carries.map { Act(host: host, flow: nil, data: $0) }
    }

    /// A write of the element that publishes, in one of the same flows or of the same data.
    func match(for place: Int, in graph: SolutionGraph) -> Int? {
      // Captured changes are read from the store, so there is no second act.
      guard graph.traits[place].interaction == .asynchronous,
        graph.solution.links[place].via?.text != "cdc",
        graph.solution.links[place].operation != .read
      else { return nil }
      return acts(of: place, in: graph).lazy.compactMap { first[$0] }.first
    }
  }

  private static func finding(_ link: Link, _ write: Link) -> Finding {
    let isDeclared = link.failure.outbox != nil
    return Finding(
      descriptor, .actsTwice(link, write, isDeclared: isDeclared),
      at: .link(link.id, isDeclared ? "outbox" : nil), level: isDeclared ? nil : .note,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [write, link]),
        figures: [.init("outbox", "none", basis: isDeclared ? nil : "not declared")]),
      related: [Finding.Related(.link(write.id), "the other act")])
  }

  private static func finding(_ links: [Link]) -> Finding {
    Finding(
      descriptor, .noneSays(links.count), at: ElementPath(.solution), level: .note,
      related: links.prefix(20).map { Finding.Related(.link($0.id), "tells of what is stored") })
  }

  public static let descriptor = RuleDescriptor(
    id: "dual-write",
    title: "Dual write",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "An element stores a change and sends a message about it in two separate acts.",
    rationale: """
      Between the two acts it can stop. Then the change is stored and nobody hears of it, or all \
      hear of a change that was rolled back. No retry mends it, because nobody knows.
      """,
    detection: """
      A link that sends messages, whose source also writes to a store (data runs to it, and the \
      operation is not `read`), in the same flow or with the same data: with `outbox: none` a \
      warning, without an `outbox` a note. Where no such link of the model says it, four and more \
      are one note. Links `via: cdc` have only one act.
      """,
    remedy: """
      Write the message into an outbox table in the transaction of the change and send it from \
      there, or publish from the change log of the store (`via: cdc`).
      """,
    falsePositives: """
      A reconciliation finds and repairs differences each day, and a day is soon enough. Or the \
      message does not tell of what is stored.
      """,
    question: "What happens when the process is killed right after the commit?",
    references: [
      "Transactional outbox: https://microservices.io/patterns/data/transactional-outbox.html",
      "Enterprise Integration Patterns, Transactional Client: https://www.enterpriseintegrationpatterns.com/patterns/messaging/TransactionalClient.html",
    ],
    examples: [
      RuleExample(
        "the order is stored, then published",
        """
        apps:
          ordering: Ordering
          billing: Billing
        stores:
          orders: Orders
        channels:
          events: { name: Events, type: topic }
        data:
          order: { class: transactional, master: ordering }
        links:
          - ordering -> orders: stores
            via: sql
            carries: [order]
          - ordering -> events: publishes order placed
            via: topic
            carries: [order]
            outbox: ⟦none⟧
          - events -> billing: delivers
            via: topic
            carries: [order]
        """),
      RuleExample(
        "the message is stored with the order",
        """
        apps:
          ordering: Ordering
          billing: Billing
        stores:
          orders: Orders
        channels:
          events: { name: Events, type: topic }
        data:
          order: { class: transactional, master: ordering }
        links:
          - ordering -> orders: stores
            via: sql
            carries: [order]
          - ordering -> events: publishes order placed
            via: topic
            carries: [order]
            outbox: outbox
          - events -> billing: delivers
            via: topic
            carries: [order]
        """),
      RuleExample(
        "in one flow, without a word; and what is only read or not stored here",
        """
        apps: { a: A, b: B, c: C }
        stores: { s: S }
        channels: { t: T }
        links:
          - { from: a, to: s, via: sql }
          - ⟦a -> t⟧: publishes
            via: topic
          - { from: b, to: s, via: sql, operation: read }
          - { from: b, to: t, via: topic }
          - { from: c, to: t, via: topic }
        flows:
          f: { steps: [a -> s, a -> t, b -> s, b -> t, c -> t] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func actsTwice(_ link: Link, _ write: Link, isDeclared: Bool) -> Self {
    """
    '\(link.source)' writes to '\(write.destination)' and tells '\(link.destination)' in separate \
    acts, \(isDeclared ? "without an outbox" : "and no outbox is declared")
    """
  }

  fileprivate static func noneSays(_ count: Int) -> Self {
    "none of the \(count) links that tell of a stored change says how the two are kept together"
  }
}
