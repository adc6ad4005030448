public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds a broker that is run for one sender and one receiver with little to say.
public struct NeedlessBroker: Rule {
  /// The peak, in messages per second, from which a channel pays even for two neighbours.
  public var minimumPeak = 1.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "minimum-peak", \.minimumPeak, in: 0...1_000_000,
      "The peak from which a channel pays even for two neighbours (messages per second)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.style == .keepItSimple else { return }
    let elements = subject.solution.elements
    let channels = elements.indices.filter {
      elements[$0].kind == .channel && elements[$0].type?.rawValue != "file-drop"
    }
    for channel in channels {
      guard let pair = Pair(around: channel, of: subject) else { continue }
      let id = elements[channel].id
      for fact in pair.used { verdicts.used(fact) }
      if pair.isSplit || pair.peak.map({ $0.perSecond >= minimumPeak }) == true {
        verdicts.pass()
        continue
      }
      let neighbours = channels.filter { $0 != channel }
      var missing = pair.missing
      if let technology = elements[channel].technology {
        if neighbours.contains(where: { elements[$0].technology == technology }) {
          verdicts.pass()
          continue
        }
      } else if !neighbours.isEmpty {
        missing.append(.element(id, "technology"))
      }
      if missing.isEmpty {
        verdicts.fail(finding(id, pair))
      } else {
        verdicts.unknown(missing: missing)
      }
    }
  }

  /// The only sender and the only receiver of a channel.
  private struct Pair {
    let sender: ElementID
    let receiver: ElementID
    let links: [Link]
    let peak: Rate?
    /// Whether a team or a zone border runs between them, so that the channel parts what differs.
    let isSplit: Bool
    let missing: [ElementPath]
    let used: [ElementPath]

    /// Nil unless there is just one of each.
    init?(around channel: Int, of subject: ReviewSubject) {
      let solution = subject.solution
      let sent = Array(subject.graph.legs(into: channel))
      let received = Array(subject.graph.legs(outOf: channel))
      guard let first = sent.first, let last = received.first, first.source != last.destination,
        sent.allSatisfy({ $0.source == first.source }),
        received.allSatisfy({ $0.destination == last.destination })
      else { return nil }
      let ends = [first.source, last.destination]
      let places = ends.map { subject.graph.placements[$0] }
      let (owners, zones) = (places.map(\.owner), places.map(\.zone))
      let peaks = (sent + received).map { solution.links[$0.link] }.filter { $0.volume.peak != nil }
      sender = subject.graph.elementID(first.source)
      receiver = subject.graph.elementID(last.destination)
      links = [solution.links[first.link], solution.links[last.link]]
      peak = peaks.compactMap(\.volume.peak).max()
      isSplit = Self.differ(owners) || Self.differ(zones) || places.contains(where: \.isExternal)
      var missing: [ElementPath] = peak == nil ? [.link(links[0].id, "peak")] : []
      for (end, place) in zip([sender, receiver], places) {
        if place.owner == nil { missing.append(.element(end, "owner")) }
        if place.zone == nil, !solution.zones.isEmpty { missing.append(.element(end, "zone")) }
      }
      self.missing = missing
      used = peaks.map { .link($0.id, "peak") }
    }

    private static func differ<Value: Equatable>(_ pair: [Value?]) -> Bool {
      if let near = pair[0], let far = pair[1] { near != far } else { false }
    }
  }

  private func finding(_ channel: ElementID, _ pair: Pair) -> Finding {
    Finding(
      Self.descriptor, .servesTwoNeighbours(channel, pair.sender, pair.receiver),
      at: .element(channel),
      evidence: Evidence(
        path: [
          .init(.element(pair.sender)), .init(.link(pair.links[0].id)), .init(.element(channel)),
          .init(.link(pair.links[1].id)), .init(.element(pair.receiver)),
        ],
        figures: [
          .init("peak", "\(Wording.decimal(pair.peak?.perSecond ?? 0, places: 4))/s"),
          .init("limit", "\(Wording.decimal(minimumPeak, places: 4))/s"),
        ]),
      remedy: """
        Let '\(pair.receiver)' poll '\(pair.sender)' (`via: rest-pull`), or let '\(pair.sender)' \
        keep a queue of its own (`via: queue-internal`).
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "needless-broker",
    title: "Needless broker",
    family: .interaction,
    level: .note,
    styleNote: "With `messaging-first` it says nothing: a broker is there before it is needed.",
    quality: .maintainability,
    summary: "A broker is run for one sender and one receiver of one team that exchange little.",
    rationale: """
      A broker is one more thing to run, to secure and to watch, and it hides the outcome: nobody \
      sees the whole path of a message. It pays with many receivers, much volume, long distance or \
      ends that must not know one another.
      """,
    detection: """
      A channel with one sender and one receiver, both of one owner and one zone and none \
      external, `peak` below `minimum-peak`, and no other channel of the same technology. A \
      missing owner, peak or, where the model has zones, zone makes it unknown.
      """,
    remedy: """
      Let the receiver poll the sender for what is new, or let the sender keep an internal queue \
      and call; both show an error where it can be mended.
      """,
    falsePositives: """
      More receivers are about to come, or the platform is there already for others outside this \
      model: add them, or waive it with the date.
      """,
    question: "Who else will read these messages, and who runs the broker at night?",
    references: [
      "Enterprise Integration Patterns, Message Broker: https://www.enterpriseintegrationpatterns.com/patterns/messaging/MessageBroker.html"
    ],
    examples: [
      RuleExample(
        "a broker between two apps of one team",
        """
        teams:
          sales: Sales IT
        apps:
          ordering: { name: Ordering, owner: sales }
          invoicing: { name: Invoicing, owner: sales }
        channels:
          ⟦orders⟧: { name: Orders, type: queue, technology: RabbitMQ }
        links:
          - ordering -> orders: publishes order placed
            via: queue
            peak: 0.1/s
          - orders -> invoicing: delivers orders
            via: queue
            dead-letter: platform
        """),
      RuleExample(
        "the other app asks for new orders",
        """
        teams:
          sales: Sales IT
        apps:
          ordering: { name: Ordering, owner: sales }
          invoicing: { name: Invoicing, owner: sales }
        links:
          - invoicing -> ordering: asks for new orders
            via: rest-pull
            poll: 60s
        """),
      RuleExample(
        "a second receiver, or another team, makes it pay",
        """
        teams:
          sales: Sales IT
          finance: Finance IT
        apps:
          ordering: { name: Ordering, owner: sales }
          invoicing: { name: Invoicing, owner: finance }
          shipping: { name: Shipping, owner: sales }
          labels: { name: Labels, owner: sales }
          returns: { name: Returns, owner: sales }
        channels:
          orders: { name: Orders, type: queue, technology: RabbitMQ }
          parcels: { name: Parcels, type: topic, technology: Kafka }
        links:
          - { from: ordering, to: orders, via: queue, peak: 0.1/s }
          - { from: orders, to: invoicing, via: queue, dead-letter: platform }
          - { from: shipping, to: parcels, via: topic, peak: 0.1/s }
          - { from: parcels, to: labels, via: topic, dead-letter: platform }
          - { from: parcels, to: returns, via: topic, dead-letter: platform }
        """, testOnly: true),
      RuleExample(
        "where messages come first, a broker needs no reason",
        """
        review: { style: messaging-first }
        teams:
          sales: Sales IT
        apps:
          ordering: { name: Ordering, owner: sales }
          invoicing: { name: Invoicing, owner: sales }
        channels:
          orders: { name: Orders, type: queue, technology: RabbitMQ }
        links:
          - { from: ordering, to: orders, via: queue, peak: 0.1/s }
          - { from: orders, to: invoicing, via: queue, dead-letter: platform }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func servesTwoNeighbours(
    _ channel: ElementID, _ sender: ElementID, _ receiver: ElementID
  ) -> Self {
    """
    '\(channel)' is a broker for '\(sender)' and '\(receiver)' alone, of one team and with little \
    traffic
    """
  }
}
