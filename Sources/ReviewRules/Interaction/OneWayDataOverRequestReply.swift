public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds measurements and logs that wait for an answer which nobody needs.
public struct OneWayDataOverRequestReply: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for index in subject.solution.links.indices where subject.graph.traits[index].isInUse {
      let traits = subject.graph.traits[index]
      guard let purpose = Self.purpose(of: index, in: subject.solution) else { continue }
      let link = subject.solution.links[index]
      guard traits.interaction != nil else {
        verdicts.unknown(missing: [.link(link.id, "via")])
        continue
      }
      guard traits.interaction == .synchronous, traits.isFunctionallySynchronous else {
        verdicts.pass()
        continue
      }
      switch (link.operation, link.effectiveDataFlow.value) {
      case (.command, _), (.read, _), (.update, _), (.delete, _), (_, .pull), (_, .both),
        (_, .some(.none)):
        verdicts.pass()
      case (.create, _), (.event, _), (nil, .push):
        verdicts.fail(Self.finding(link, purpose))
      case (nil, nil):
        verdicts.unknown(missing: [.link(link.id, "data-flow")])
      }
    }
  }

  /// What makes a link one that carries measurements, and how that is known.
  private struct Purpose {
    let words: String
    let basis: String
  }

  private static func purpose(of index: Int, in solution: Solution) -> Purpose? {
    if let useCase = solution.links[index].useCase {
      switch useCase {
      case .iot: return Purpose(words: "measurements", basis: "use-case: iot")
      case .operations: return Purpose(words: "operations data", basis: "use-case: operations")
      default: return nil
      }
    }
    if let source = solution.index(of: solution.links[index].source),
      solution.elements[source].type == .deviceFleet
    {
      return Purpose(
        words: "measurements", basis: "'\(solution.elements[source].id)' is a device fleet")
    }
    let carries = solution.links[index].carries
    guard !carries.isEmpty, carries.allSatisfy({ solution.data($0)?.class == .log }) else {
      return nil
    }
    return Purpose(words: "log data", basis: "it carries data of class log only")
  }

  private static func finding(_ link: Link, _ purpose: Purpose) -> Finding {
    Finding(
      descriptor, .waitsForNothing(link, purpose.words),
      at: .link(link.id, link.interaction != nil || link.via == nil ? "interaction" : "via"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("carries", purpose.words, basis: purpose.basis),
          Evidence.Figure("interaction", link.effectiveInteraction),
          Evidence.Figure("data-flow", link.effectiveDataFlow),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "one-way-data-over-request-reply",
    title: "One-way data over request and reply",
    family: .interaction,
    level: .warning,
    quality: .performanceEfficiency,
    summary:
      "Measurements, logs or other operations data are sent by calls that wait for an answer.",
    rationale: """
      Nobody needs the answer, yet the sender stops when the receiver is slow or down: logging \
      that fails stops the business, and a fleet that comes back after an outage calls all at \
      once.
      """,
    detection: """
      `use-case` is `iot` or `operations`, or the source is a `device-fleet`, or all data carried \
      is of class `log`; the link is functionally synchronous; and data runs with the call: \
      `operation: create` or `event`, or `data-flow: push`. Reads and commands are in order. \
      Without a `data-flow` the link is unknown.
      """,
    remedy: """
      Send it one way: a stream, MQTT, or an agent that buffers beside the sender. Keep calls for \
      commands and for reading what was collected.
      """,
    falsePositives: """
      The answer decides something at the sender, such as a new interval or a signed receipt: \
      describe that as `operation: command` or `data-flow: both`.
      """,
    question: "What does the sender do with the answer, and what while there is none?",
    references: [
      "Enterprise Integration Patterns, Event Message: https://www.enterpriseintegrationpatterns.com/patterns/messaging/EventMessage.html",
      "Azure Well-Architected Framework, Observability (operational excellence)",
    ],
    examples: [
      RuleExample(
        "each meter waits until its reading is stored",
        """
        systems:
          meters: { name: Meters, type: device-fleet }
        apps:
          readings: Readings
        links:
          - meters -> readings: sends readings
            via: ⟦rest⟧
            use-case: iot
            data-flow: push
            timeout: 5s
        """),
      RuleExample(
        "the readings stream one way",
        """
        systems:
          meters: { name: Meters, type: device-fleet }
        apps:
          readings: Readings
        links:
          - meters -> readings: sends readings
            via: mqtt
            use-case: iot
        """),
      RuleExample(
        "logs of an app, and a command to a device",
        """
        systems:
          meters: { name: Meters, type: device-fleet }
        apps:
          shop: Shop
          logs: Logs
        data:
          log: { class: log }
        links:
          - { from: shop, to: logs, interaction: ⟦sync⟧, carries: [log], operation: create }
          - { from: shop, to: meters, via: rest, use-case: iot, operation: command, timeout: 5s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsForNothing(_ link: Link, _ words: String) -> Self {
    "\(Wording.name(link)) sends \(words) one way and waits for an answer"
  }
}
