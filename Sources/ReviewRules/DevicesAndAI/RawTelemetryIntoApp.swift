public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds measurements of devices that reach a business app as they come.
public struct RawTelemetryIntoApp: Rule {
  /// The most measurements that a business app takes as they come, in a second.
  public var maximumRate = 10.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-rate", \.maximumRate, in: 0.001...1_000_000,
      "The most measurements that a business app takes as they come (messages a second)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isDevice = graph.devices()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let leg = graph.legs(of: link).last, let first = graph.legs(of: link).first,
        isDevice[first.source], !isDevice[leg.destination],
        Self.isBusinessApp(leg.destination, in: graph),
        // A stop on the way may filter what passes.
        graph.solution.links[link].through.isEmpty
      else { continue }
      guard
        let rate = graph.solution.links[link].volume.peak
          ?? graph.solution.links[link].volume.average
      else {
        verdicts.unknown(missing: "peak", ofLink: link)
        continue
      }
      verdicts.used("peak", ofLink: link)
      if rate.perSecond > maximumRate {
        verdicts.fail(finding(graph.solution.links[link], rate))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether it does work of the business, and not only takes measurements in.
  private static func isBusinessApp(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    guard graph.solution.elements[vertex].kind == .application else { return false }
    switch graph.solution.elements[vertex].type?.rawValue {
    case "web", "mobile", "portal", "service", "api": return true
    default: return false
    }
  }

  private func finding(_ link: Link, _ rate: Rate) -> Finding {
    Finding(
      Self.descriptor, .floods(link, rate, limit: maximumRate), at: .link(link.id),
      level: rate.perSecond > 10 * maximumRate ? .warning : nil,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init(
            link.volume.peak == nil ? "average" : "peak",
            Wording.decimal(rate.perSecond, places: 2) + "/s"),
          .init("limit", Wording.decimal(maximumRate, places: 2) + "/s", basis: "setting"),
          .init("messages a day at that rate", Wording.decimal(rate.perSecond * 86_400, places: 0)),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "raw-telemetry-into-app",
    title: "Raw telemetry into an app",
    family: .devicesAndAI,
    level: .note,
    weighs: [.criticality],
    quality: .performanceEfficiency,
    summary: "Devices send their measurements into a business app as they come.",
    rationale: """
      Devices speak all day, and most of what they say is that nothing has changed. An app that writes \
      each of these down spends its transactions on noise, and when all devices come back after a cut \
      of the network at once, it stands still for its users.
      """,
    detection: """
      The `peak` (or else the `average`) of a link in use from a device to an app of type `web`, \
      `mobile`, `portal`, `service` or `api`, with nothing on the way, is above `maximum-rate`; above \
      ten times that, a warning. A device is in a fleet (`type: device-fleet`) or in a zone of trust \
      `device`. Without a rate it is unknown.
      """,
    remedy: """
      Put a hub or a stream between them that filters and adds up, and let the app take the few \
      messages that matter.
      """,
    falsePositives: "The app is the hub: give it `type: gateway` or `integration`.",
    question:
      "How many messages arrive in the first minute after the network has been down an hour?",
    references: [
      "Microsoft Azure Architecture Center: Internet of Things reference architecture",
      "Hohpe, Woolf: Enterprise Integration Patterns, Message Filter and Aggregator",
    ],
    examples: [
      RuleExample(
        "pumps write straight into the service desk",
        """
        systems:
          pumps: { name: Pumps, type: device-fleet }
        apps:
          desk: { name: Service desk, type: service }
        links:
          - ⟦pumps -> desk⟧: sends measurements
            via: rest
            timeout: 1s
            peak: 800/s
        """),
      RuleExample(
        "a hub takes them in, and the desk learns of alarms",
        """
        systems:
          pumps: { name: Pumps, type: device-fleet }
        apps:
          hub: { name: Device hub, type: gateway }
          desk: { name: Service desk, type: service }
        links:
          - { from: pumps, to: hub, via: mqtt, peak: 800/s }
          - { from: hub, to: desk, via: webhook, peak: 0.1/s }
        """),
      RuleExample(
        "devices known by their zone; few messages; no figure",
        """
        zones: { field: { trust: device } }
        apps:
          meter: { name: Meter, zone: field }
          desk: { name: Service desk, type: service }
          portal: { name: Portal, type: portal }
          bills: { name: Bills, type: service }
        links:
          - ⟦meter -> desk⟧: sends measurements
            via: webhook
            average: 12/s
          - { from: meter, to: portal, via: webhook, peak: 2/s }
          - { from: meter, to: bills, via: webhook }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func floods(_ link: Link, _ rate: Rate, limit: Double) -> Self {
    """
    devices send '\(link.destination)' \(Wording.decimal(rate.perSecond, places: 2)) measurements a \
    second as they come (limit \(Wording.decimal(limit, places: 2)))
    """
  }
}
