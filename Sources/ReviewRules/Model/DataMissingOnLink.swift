public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that carry nothing in a model that says what data there is.
public struct DataMissingOnLink: Rule {
  /// From how many such links on they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many links without data they are one finding (links)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    guard !graph.solution.data.isEmpty else { return }
    var empty: [Int] = []
    for link in graph.solution.links.indices where Self.carriesSomething(link, in: graph) {
      if graph.solution.links[link].carries.isEmpty {
        verdicts.lacks("carries", ofLink: link)
        empty.append(link)
      } else {
        verdicts.used("carries", ofLink: link)
        verdicts.pass()
      }
    }
    for group in LinkGroup.gather(empty, in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group, in: graph))
    }
  }

  /// Whether data of the business can be expected: not where people cross over on a screen, sign on,
  /// or where machines are looked after.
  private static func carriesSomething(_ link: Int, in graph: SolutionGraph) -> Bool {
    guard graph.traits[link].isInUse, graph.traits[link].isStructural,
      graph.solution.links[link].via != nil, graph.traits[link].dataFlow != DataFlowDirection.none,
      graph.solution.links[link].useCase != .operations,
      let leg = graph.legs(of: link).first
    else { return false }
    switch graph.solution.links[link].via?.text {
    case "monitoring-push", "platform-api", "email", "push-notification": return false
    default: return graph.solution.elements[leg.source].kind != .person
    }
  }

  private static func finding(_ group: LinkGroup, in graph: SolutionGraph) -> Finding {
    let message: Finding.Message =
      group.single.flatMap(graph.solution.link).map { .carriesNothing($0) }
      ?? .carryNothing(group.members.count)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      evidence: Evidence(figures: [
        .init("links without data", "\(group.members.count)"),
        .init("data entities of the model", "\(graph.solution.data.count)"),
      ]),
      related: group.related("carries nothing"))
  }

  public static let descriptor = RuleDescriptor(
    id: "data-missing-on-link",
    title: "Data missing on a link",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "The model knows its data, and a link does not say which of it travels.",
    rationale: """
      Where personal data goes, who keeps copies and how old they get are read off the links. One that \
      says nothing is a hole through which all of that can pass unseen.
      """,
    detection: """
      The model declares `data`, and a link in use with `via` has no `carries`. Left out are links of \
      people, on screens, for signing on, for looking after machines, and those with `data-flow: none`. \
      From `fold-from` links on they are one finding.
      """,
    remedy: "Name what travels in `carries`, or say `data-flow: none`.",
    falsePositives: "It carries a bare signal: say `data-flow: none`.",
    question: "What would somebody read who listened on this line?",
    references: ["Threagile, data assets sent and received by communication links"],
    examples: [
      RuleExample(
        "nobody says what the shop sends to the ledger",
        """
        apps: { shop: Web shop, stock: Stock, ledger: Ledger }
        data: { order: { master: shop } }
        links:
          - shop -> stock: reserves articles
            via: rest
            timeout: 1s
            carries: [order]
          - ⟦shop -> ledger⟧: reports the day
            via: sftp
        """),
      RuleExample(
        "both say it",
        """
        apps: { shop: Web shop, stock: Stock, ledger: Ledger }
        data: { order: { master: shop } }
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s, carries: [order] }
          - { from: shop, to: ledger, via: sftp, carries: [order] }
        """),
      RuleExample(
        "many are one finding; a model without data is not asked",
        """
        solution: ⟦Example⟧
        apps: { a: A, b: B, c: C, d: D, e: E }
        data: { order: { master: a } }
        links:
          - { from: a, to: b, via: sftp }
          - { from: b, to: c, via: sftp }
          - { from: c, to: d, via: sftp }
          - { from: d, to: e, via: sftp }
          - { from: e, to: a, via: oidc }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func carriesNothing(_ link: Link) -> Self {
    "\(Wording.name(link)) does not say which data travels"
  }

  fileprivate static func carryNothing(_ count: Int) -> Self {
    "\(count) links do not say which data travels"
  }
}
