public import ReviewEngine
import SolutionGraph
import SolutionModel
import VendorFacts

/// Finds messages that are larger than the product that takes them allows.
public struct MessageOverLimit: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var answers = TechnologyAnswers(from: MessageLimit.known)
    let limits = graph.solution.elements.indices.map { vertex in
      graph.solution.elements[vertex].technology.flatMap { answers.answer(for: $0) }
    }
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let tightest = Self.tightest(of: link, limits, in: graph) else { continue }
      guard let payload = graph.solution.links[link].volume.payload else {
        verdicts.unknown(missing: "payload", ofLink: link)
        continue
      }
      verdicts.used("payload", ofLink: link)
      if payload > tightest.limit.size {
        verdicts.fail(
          Self.finding(
            graph.solution.links[link], payload, tightest.limit,
            of: tightest.vertex.map(graph.elementID)))
      } else {
        verdicts.pass()
      }
    }
  }

  /// The smallest limit on the way of a message, and the element that sets it; nil for one of the
  /// option itself.
  private static func tightest(of link: Int, _ limits: [MessageLimit?], in graph: SolutionGraph)
    -> (limit: MessageLimit, vertex: Int?)?
  {
    // A file or a call that a hub of messages makes for itself is no message.
    guard graph.traits[link].interaction != .batch, graph.traits[link].category != .centralData,
      graph.traits[link].category != .userInterface
    else { return nil }
    var found: (limit: MessageLimit, vertex: Int?)? =
      graph.solution.links[link].via?.text == "grpc"
      ? MessageLimit.known(of: "gRPC").map { ($0, nil) } : nil
    for leg in graph.legs(of: link) {
      for vertex in [leg.source, leg.destination] {
        guard let limit = limits[vertex] else { continue }
        if found.map({ limit.size < $0.limit.size }) ?? true { found = (limit, vertex) }
      }
    }
    return found
  }

  private static func finding(
    _ link: Link, _ payload: ByteCount, _ limit: MessageLimit, of element: ElementID?
  ) -> Finding {
    Finding(
      descriptor, .isTooLarge(link, payload, limit), at: .link(link.id, "payload"),
      level: limit.kind == .ceiling ? nil : .note,
      roles: [Finding.Role("link", .link(link.id))]
        + (element.map { [Finding.Role("limit", .element($0))] } ?? []),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("payload", size(payload)),
          .init(
            "\(limit.kind.rawValue) of \(limit.product)", size(limit.size),
            basis: "\(limit.provenance.source), checked on \(limit.provenance.checked)"),
        ]),
      related: element.map { [Finding.Related(.element($0, "technology"), "sets the limit")] }
        ?? [],
      remedy: limit.kind == .standard
        ? "Raise the limit of \(limit.product) at every stop on the way, or send a reference." : nil
    )
  }

  fileprivate static func size(_ count: ByteCount) -> String {
    let kilobytes = Double(count.bytes) / 1024
    return kilobytes < 10_000
      ? Wording.decimal(kilobytes, places: 1) + " KB"
      : Wording.decimal(kilobytes / 1024, places: 1) + " MB"
  }

  public static let descriptor = RuleDescriptor(
    id: "message-over-limit",
    title: "Message over the limit",
    family: .devicesAndAI,
    level: .error,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A message is larger than a product on its way takes.",
    rationale: """
      The largest messages are refused, and often the connection with them. In tests all messages are \
      small, so it shows with the first large order, or with the devices that were away longest.
      """,
    detection: """
      `payload` of a link in use is larger than the smallest message limit of the data file for the \
      `technology` of an element that it touches, or for `via: grpc`. The evidence gives the source \
      and the day of its last check. A ceiling is an error; a default that can be raised is a note. \
      Files and tables are left out; without `payload` it is unknown.
      """,
    remedy: "Split the message, or put the content into a store and send its address.",
    falsePositives: "The limit has been raised, or the fact has aged: look at its source.",
    question: "How large is the largest message of last year, and did it arrive?",
    references: [
      "Hohpe, Woolf: Enterprise Integration Patterns, Claim Check",
      "Microsoft Learn: Azure IoT Hub, common message format",
    ],
    examples: [
      RuleExample(
        "pictures of a pump do not fit into the hub",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway, technology: Azure IoT Hub S2 } }
        links:
          - { from: pumps, to: hub, via: mqtt, payload: ⟦900 KB⟧ }
        """),
      RuleExample(
        "measurements do",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway, technology: Azure IoT Hub S2 } }
        links:
          - { from: pumps, to: hub, via: mqtt, payload: 12 KB }
        """),
      RuleExample(
        "the broker on the way, an option of its own, and a file beside the queue",
        """
        apps: { shop: Web shop, ledger: Ledger, stock: Stock }
        channels: { orders: { type: queue, technology: Amazon SQS } }
        links:
          - { from: shop, to: ledger, via: queue, through: [orders], payload: ⟦2 MB⟧ }
          - { from: shop, to: stock, via: grpc, timeout: 1s, payload: ⟦5 MB⟧ }
          - { from: orders, to: stock, via: sftp, payload: 50 MB }
          - { from: orders, to: ledger, via: queue }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isTooLarge(_ link: Link, _ payload: ByteCount, _ limit: MessageLimit)
    -> Self
  {
    """
    \(Wording.name(link)) carries up to \(MessageOverLimit.size(payload)), and \(limit.product) takes \
    \(MessageOverLimit.size(limit.size))\(limit.kind == .standard ? " unless it is raised" : "")
    """
  }
}
