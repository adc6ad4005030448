public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds commands to devices of which nobody learns whether they arrived.
public struct DeviceCommandUnacknowledged: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isDevice = graph.devices()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last,
        isDevice[last.destination], !isDevice[first.source],
        graph.solution.links[link].operation?.changesState == true
      else { continue }
      guard let interaction = graph.traits[link].interaction else {
        verdicts.unknown(missing: "via", ofLink: link)
        continue
      }
      guard interaction != .synchronous, interaction != .userInterface else {
        verdicts.pass()
        continue
      }
      switch graph.solution.links[link].effectiveDelivery.value {
      case nil: verdicts.unknown(missing: "delivery", ofLink: link)
      case .atMostOnce?: verdicts.fail(Self.finding(graph.solution.links[link]))
      case .atLeastOnce?, .exactlyOnce?: verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .mayVanish(link), at: .link(link.id),
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("operation", link.operation?.rawValue ?? ""),
          Evidence.Figure("interaction", link.effectiveInteraction),
          Evidence.Figure("delivery", link.effectiveDelivery),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "device-command-unacknowledged",
    title: "Device command unacknowledged",
    family: .devicesAndAI,
    level: .warning,
    weighs: [.criticality],
    quality: .safety,
    summary: "A command to a device may get lost without anybody learning of it.",
    rationale: """
      The screen says *stopped*, and the pump runs. What acts on the world has to answer: a command \
      without an answer is a wish.
      """,
    detection: """
      A link in use to a device with an `operation` that changes something, on which nobody waits and \
      that is delivered at most once, declared or by its option (`mqtt`). Synchronous commands pass. \
      Without an option and an `interaction` it is unknown.
      """,
    remedy: """
      Deliver at least once (`delivery: at-least-once`) to a device that knows a command by its \
      number, let the device report what it did, and show the report, not the command.
      """,
    falsePositives:
      "The next measurement shows the effect, and somebody compares: say `at-least-once`.",
    question: "How does the person at the screen learn that the command did not arrive?",
    references: ["OASIS Standard: MQTT Version 5.0, section 4.3, Quality of Service levels"],
    examples: [
      RuleExample(
        "a stop that may get lost",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { commander: Commander }
        links:
          - ⟦commander -> pumps⟧: stops a pump
            via: mqtt
            operation: command
        """),
      RuleExample(
        "a stop that is repeated until it has been confirmed",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { commander: Commander }
        links:
          - commander -> pumps: stops a pump
            via: mqtt
            operation: command
            delivery: at-least-once
        """),
      RuleExample(
        "a call waits for its answer, and an event commands nothing",
        """
        systems: { pumps: { name: Pumps, type: device-fleet } }
        apps: { commander: Commander, clock: Clock }
        links:
          - { from: commander, to: pumps, via: rest, timeout: 5s, operation: command }
          - { from: clock, to: pumps, via: mqtt, operation: event }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func mayVanish(_ link: Link) -> Self {
    """
    \(Wording.name(link)) sends \(link.operation == .command ? "commands" : "changes") to devices at \
    most once, and nobody waits for an answer
    """
  }
}
