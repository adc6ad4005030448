public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds answers that take longer than a person's attention.
public struct LongRunningRequest: Rule {
  /// How long a person waits at most.
  public var longestWait = Duration.seconds(10)

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .duration(
      "longest-wait", \.longestWait, in: .milliseconds(100)...(.seconds(600)),
      "How long a person waits for one answer at most (time)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices {
      let traits = subject.graph.traits[index]
      guard traits.isInUse, traits.isCall, links[index].effectiveTrigger.value == .user,
        let destination = subject.solution.index(of: links[index].destination)
      else { continue }
      let own = links[index].timing.latency
      guard let time = own ?? subject.solution.elements[destination].latency else {
        verdicts.unknown(missing: [.link(links[index].id, "latency")])
        continue
      }
      if time > longestWait {
        verdicts.fail(finding(links[index], time, isOwn: own != nil))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ time: Duration, isOwn: Bool) -> Finding {
    Finding(
      Self.descriptor, .takesLong(link, time, limit: longestWait),
      at: isOwn ? .link(link.id, "latency") : .link(link.id),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init(
            "latency", Wording.duration(time),
            basis: isOwn ? nil : "of \(Wording.name(link.destination)), without the wire"),
          .init("limit", Wording.duration(longestWait)),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "long-running-request",
    title: "Long-running request",
    family: .interaction,
    level: .warning,
    weighs: [.criticality],
    quality: .interactionCapability,
    summary: "A person waits on one answer for longer than attention lasts.",
    rationale: """
      After about ten seconds people turn to something else, press again or close the page. The work \
      then runs twice, or for nobody, and a connection is held all the time.
      """,
    detection: """
      A call that a person sets off (`trigger: user`, as REST has it) has a `latency`, or else its \
      destination has one, above `longest-wait`.
      """,
    remedy: """
      Take the request, answer at once with where to look, and report progress (`via: rest-async`); or \
      prepare the answer before anybody asks.
      """,
    falsePositives: "No person waits: a program calls at night; say so with `trigger`.",
    question: "What does the screen show while this runs, and what happens on a second press?",
    references: [
      "Nielsen, Response Times: The 3 Important Limits: https://www.nngroup.com/articles/response-times-3-important-limits/",
      "Asynchronous Request-Reply pattern: https://learn.microsoft.com/azure/architecture/patterns/async-request-reply",
    ],
    examples: [
      RuleExample(
        "a report is made while the clerk looks at an hourglass",
        """
        apps:
          desk: Service desk
          reports: Reports
        links:
          - desk -> reports: asks for the year
            via: rest
            latency: ⟦40s⟧
            timeout: 60s
        """),
      RuleExample(
        "the report is ordered, and comes when it is ready",
        """
        apps:
          desk: Service desk
          reports: Reports
        links:
          - desk -> reports: orders the year
            via: rest-async
            latency: 40s
        """),
      RuleExample(
        "the destination's own time counts; a program may wait",
        """
        apps:
          desk: Service desk
          reports: { name: Reports, latency: 12s }
          stock: Stock
        links:
          - ⟦desk -> reports⟧: asks for the year
            via: rest
            timeout: 60s
          - { from: desk, to: stock, via: rest, trigger: schedule, latency: 40s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesLong(_ link: Link, _ time: Duration, limit: Duration) -> Self {
    """
    a person waits \(Wording.duration(time)) for the answer of \(Wording.name(link)) \
    (limit \(Wording.duration(limit)))
    """
  }
}
