public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links in use of which one end is retired.
public struct LinkToRetiredElement: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isRetired = graph.placements.map { $0.lifecycle == .retired }
    var retired: [Int: [Int]] = [:]
    for leg in graph.legs where isRetired[leg.source] || isRetired[leg.destination] {
      retired[leg.link, default: []] += [leg.source, leg.destination].filter { isRetired[$0] }
    }
    for index in graph.solution.links.indices where graph.traits[index].isInUse {
      if let vertices = retired[index] {
        let elements = Set(vertices).sorted().map(graph.elementID)
        verdicts.fail(Self.finding(graph.solution.links[index], elements))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link, _ retired: [ElementID]) -> Finding {
    Finding(
      descriptor, .touchesRetired(link, retired), at: .link(link.id),
      level: link.status == .deprecated ? .warning : nil,
      roles: [Finding.Role("link", .link(link.id))]
        + retired.map { Finding.Role("retired", .element($0)) },
      evidence: Evidence(
        path: [
          Evidence.Step(.element(link.source)),
          Evidence.Step(.link(link.id), link.status?.rawValue ?? "no status, so it counts as live"),
          Evidence.Step(.element(link.destination)),
        ]),
      related: retired.map { Finding.Related(.element($0, "lifecycle"), "is retired") },
      causes: retired.prefix(1).map { .element($0) }, cures: [Cure(.cut(link.id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "link-to-retired-element",
    title: "Link to retired element",
    family: .fit,
    level: .error,
    profile: .minimal,
    quality: .reliability,
    summary: "A link is in use, and one of the elements that it touches is retired.",
    rationale: """
      Either the element still runs, and somebody will switch it off in good faith because the model \
      calls it retired, or it is gone, and what hangs on the link has been failing since.
      """,
    detection: """
      A link whose `status` is not `retired`, and whose source, destination or a stop of `through` has \
      `lifecycle: retired`, declared or inherited. An element without a lifecycle counts as active. \
      The level is *warning* for a link with `status: deprecated`.
      """,
    remedy: """
      Point the link at the successor, or give it `status: retired`. If the element still runs, call \
      it `sunset` until its last user has left.
      """,
    falsePositives: "The element is kept for reading only: that is `frozen`, not `retired`.",
    question: "What stops when the retired element is switched off tonight?",
    explainedBy: ["link-to-retired-element"],
    references: [
      "The Open Group, TOGAF Standard, 10th Edition: Phase F, Migration Planning"
    ],
    examples: [
      RuleExample(
        "the shop still asks the old price list",
        """
        apps:
          shop: Web shop
          old-prices: { name: Price list, lifecycle: retired }
        links:
          - ⟦shop -> old-prices⟧: asks for prices
            via: soap
        """),
      RuleExample(
        "the link is retired too",
        """
        apps:
          shop: Web shop
          old-prices: { name: Price list, lifecycle: retired }
          prices: Price service
        links:
          - shop -> old-prices: asked for prices
            status: retired
          - shop -> prices: asks for prices
        """),
      RuleExample(
        "a retired system retires its apps, and a stop on the way counts",
        """
        systems:
          mainframe: { lifecycle: retired, apps: { ledger: Ledger } }
        apps:
          shop: Web shop
          bank: Bank
        channels:
          bus: { type: bus, lifecycle: retired }
        links:
          - ⟦shop -> ledger⟧: books
          - ⟦shop -> bank⟧: pays
            through: [bus]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func touchesRetired(_ link: Link, _ retired: [ElementID]) -> Self {
    let names = Wording.list(retired.map(\.text))
    return
      "\(Wording.name(link)) is in use, and \(names) \(retired.count == 1 ? "is" : "are") retired"
  }
}
