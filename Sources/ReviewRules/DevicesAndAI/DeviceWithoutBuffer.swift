public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds devices that lose what they measure while the network is away.
public struct DeviceWithoutBuffer: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isDevice = graph.devices()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last,
        isDevice[first.source], !isDevice[last.destination],
        graph.traits[link].dataFlow != .pull, graph.traits[link].category != .userInterface
      else { continue }
      let failure = graph.solution.links[link].failure
      if let outbox = failure.outbox, outbox != .none {
        verdicts.used("outbox", ofLink: link)
        verdicts.pass()
      } else if failure.fallback == .queue {
        verdicts.used("fallback", ofLink: link)
        verdicts.pass()
      } else if failure.outbox == Outbox.none {
        verdicts.used("outbox", ofLink: link)
        verdicts.fail(Self.finding(graph.solution.links[link]))
      } else {
        verdicts.unknown(missing: "outbox", ofLink: link)
      }
    }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .forgets(link), at: .link(link.id, "outbox"),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("outbox", Outbox.none.rawValue),
          Evidence.Figure("delivery", link.effectiveDelivery),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "device-without-buffer",
    title: "Device without a buffer",
    family: .devicesAndAI,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A device keeps nothing while the network is away, and what it measures is lost.",
    rationale: """
      Networks of devices come and go. Each gap in the line becomes a gap in the record, often just \
      when the storm that took the network also made the measurements worth having.
      """,
    detection: """
      A link in use out of a device that sends (not `data-flow: pull`), says `outbox: none`, and has \
      no `fallback: queue`. Without `outbox` it is unknown.
      """,
    remedy: """
      Keep measurements on the device, or on a gateway near it, with their time of measuring, and send \
      them when the line is back (`outbox: internal-queue`).
      """,
    falsePositives: """
      Only the latest value counts, as on a dial: then the loss is no loss, and a waiver may say so.
      """,
    question: "For how long may the network be away before a measurement is lost?",
    references: ["OASIS Standard: MQTT Version 5.0, section 4.1, Session State"],
    examples: [
      RuleExample(
        "pumps send and forget",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway } }
        links:
          - { from: pumps, to: hub, via: mqtt, outbox: ⟦none⟧ }
        """),
      RuleExample(
        "pumps keep a day",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway } }
        links:
          - { from: pumps, to: hub, via: mqtt, outbox: internal-queue }
        """),
      RuleExample(
        "a fallback that queues, a hub that fetches, and what is no device",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { hub: { name: Device hub, type: gateway }, desk: Service desk }
        links:
          - { from: pumps, to: hub, via: mqtt, outbox: none, fallback: queue }
          - { from: pumps, to: desk, via: rest-pull, outbox: none, data-flow: pull }
          - { from: hub, to: desk, via: webhook, outbox: none }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func forgets(_ link: Link) -> Self {
    "devices of '\(link.source)' keep nothing while '\(link.destination)' cannot be reached"
  }
}
