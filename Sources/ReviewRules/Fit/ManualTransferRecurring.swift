public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds files that people carry from one program to the next, again and again.
public struct ManualTransferRecurring: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var flows: [Int: [FlowID]] = [:]
    for flow in graph.solution.flows {
      for id in Set(flow.uses.map(\.link)) {
        guard let link = graph.solution.index(of: id),
          graph.solution.links[link].via == .manualFile
        else { continue }
        flows[link, default: []].append(flow.id)
      }
    }
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.solution.links[link].via == .manualFile {
      let signs = Self.signs(of: graph.solution.links[link])
      let taking = flows[link] ?? []
      if signs.isEmpty && taking.isEmpty {
        verdicts.unknown(missing: "schedule", ofLink: link)
      } else {
        verdicts.fail(Self.finding(graph.solution.links[link], signs, taking))
      }
    }
  }

  /// What says that it happens again.
  private static func signs(of link: Link) -> [Evidence.Figure] {
    [
      link.timing.poll.map { .init("every", Wording.duration($0)) },
      link.timing.schedule.map { .init("schedule", $0.text) },
      link.timing.window.map { _ in .init("window", "a part of the day") },
      link.timing.freshness.map { .init("freshness", Wording.duration($0)) },
      link.trigger == .schedule ? .init("trigger", "schedule") : nil,
    ].compactMap { $0 }
  }

  private static func finding(_ link: Link, _ signs: [Evidence.Figure], _ flows: [FlowID])
    -> Finding
  {
    let often = [link.timing.poll, link.timing.freshness].compactMap { $0 }.min()
    let isNote = flows.isEmpty && (often.map { $0 > .seconds(7 * 86_400) } ?? false)
    return Finding(
      descriptor, .isCarried(link, signs, flows), at: .link(link.id, "via"),
      level: isNote ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: signs + (flows.isEmpty ? [] : [.init("flows that take it", "\(flows.count)")])),
      related: flows.prefix(20).map { Finding.Related(.flow($0), "waits for somebody's hands") })
  }

  public static let descriptor = RuleDescriptor(
    id: "manual-transfer-recurring",
    title: "Manual transfer recurring",
    family: .fit,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "Somebody carries files between two programs again and again.",
    rationale: """
      It is forgotten on holidays, done twice on Mondays, mended in a spreadsheet on the way, and known \
      to one person. What arrived cannot be told from what was sent.
      """,
    detection: """
      A link in use via `manual-file` has a `poll`, a `schedule`, a `window`, a `freshness` or `trigger: \
      schedule`, or a flow takes it. A note where it is known to happen less than weekly and no flow \
      takes it. Without any sign that it recurs it is unknown, as a single move of data is in order.
      """,
    remedy: """
      Let the programs do it: a file by SFTP with an alarm when it is missing, or a poll of what has \
      changed. If it must stay, write down who stands in, and count what is carried.
      """,
    falsePositives:
      "Somebody has to look at each record and decide: then it is their work, not a transfer.",
    question:
      "Who did this last week, who does it when they are ill, and who notices if nobody does?",
    references: [
      "Enterprise Integration Patterns, File Transfer: https://www.enterpriseintegrationpatterns.com/patterns/messaging/FileTransferIntegration.html"
    ],
    examples: [
      RuleExample(
        "every morning somebody uploads the prices",
        """
        apps:
          catalogue: Catalogue
          shop: Web shop
        links:
          - catalogue -> shop: brings the prices
            via: ⟦manual-file⟧
            schedule: daily 08:00
        """),
      RuleExample(
        "the catalogue leaves a file, and the shop fetches it",
        """
        apps:
          catalogue: Catalogue
          shop: Web shop
        links:
          - catalogue -> shop: brings the prices
            via: sftp
            schedule: daily 08:00
        """),
      RuleExample(
        "part of a flow, once a quarter, and once at all",
        """
        apps: { a: A, b: B, c: C }
        links:
          - { from: a, to: b, via: ⟦manual-file⟧ }
          - { from: b, to: c, via: ⟦manual-file⟧, poll: 2160h }
          - { from: c, to: a, via: manual-file }
        flows:
          close: { steps: [a -> b] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isCarried(
    _ link: Link, _ signs: [Evidence.Figure], _ flows: [FlowID]
  ) -> Self {
    let sign: String =
      flows.first.map { "as part of '\($0)'" }
      ?? signs.first.map { "again and again (\($0.name) \($0.value))" } ?? "again and again"
    return "somebody carries files from '\(link.source)' to '\(link.destination)' \(sign)"
  }
}
