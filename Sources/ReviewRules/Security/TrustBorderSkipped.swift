public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that jump from outside, or from the edge, past the zone that was put in between.
public struct TrustBorderSkipped: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for jump in graph.trustJumps() {
      if jump.levels > 1 {
        verdicts.fail(Self.finding(jump, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ jump: SolutionGraph.TrustJump, in graph: SolutionGraph) -> Finding {
    let link = graph.solution.links[jump.link]
    let source = graph.elementID(jump.source)
    let destination = graph.elementID(jump.destination)
    return Finding(
      descriptor, .jumps(link, source, destination, jump), at: .link(link.id),
      evidence: Evidence(
        path: [
          Evidence.Step(.element(source), "in a zone of trust '\(jump.from.rawValue)'"),
          Evidence.Step(.link(link.id), link.via?.text ?? ""),
          Evidence.Step(.element(destination), "in a zone of trust '\(jump.to.rawValue)'"),
        ],
        figures: [.init("levels at once", "\(jump.levels)"), .init("limit", "1")]),
      related: [
        Finding.Related(.element(source, "zone"), "is of trust '\(jump.from.rawValue)'"),
        Finding.Related(.element(destination, "zone"), "is of trust '\(jump.to.rawValue)'"),
      ])
  }

  public static let descriptor = RuleDescriptor(
    id: "trust-border-skipped",
    title: "Trust border skipped",
    family: .security,
    level: .error,
    profile: .minimal,
    quality: .security,
    summary: "A link leads from a zone of little trust into one of much, past the zone in between.",
    rationale: """
      The zone in between is there so that one mistake is not enough: something there ends the \
      connection, looks at what is asked, and asks again in its own name. A link past it makes every \
      flaw of the inner element a flaw of the whole network.
      """,
    detection: """
      The trust of zones, declared or inherited, makes four levels: `internet`, `partner` and `device` \
      (0), `dmz` (1), `internal` (2), `restricted` (3). A hop of a link in use, the stops of \
      `through` counted, goes up by two or more. Links outwards, and elements in no zone, are left \
      out; databases belong to `database-through-zone-border`.
      """,
    remedy: """
      End the connection in the zone between, at a gateway, a proxy or an app of its own, and name \
      that in `through`; or let the inner side fetch what it needs.
      """,
    falsePositives: """
      Something does end the connection there and the model leaves it out: add it to `through`. Or \
      the inner zone is less trusted than its `trust` says.
      """,
    question: "Which program looks at a request before the inner element does?",
    references: [
      "NIST SP 800-41 Rev. 1, Guidelines on Firewalls and Firewall Policy",
      "Threagile, risk rule missing-network-segmentation",
    ],
    examples: [
      RuleExample(
        "buyers come straight into the office network",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
          office: { trust: internal }
        people:
          buyer: { name: Buyer, zone: web }
        apps:
          ordering: { name: Ordering, zone: office }
        links:
          - ⟦buyer -> ordering⟧: places orders
            via: ui-web-link
        """),
      RuleExample(
        "a gateway at the edge passes them on",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
          office: { trust: internal }
        people:
          buyer: { name: Buyer, zone: web }
        apps:
          gateway: { name: Gateway, type: gateway, zone: edge }
          ordering: { name: Ordering, zone: office }
        links:
          - buyer -> ordering: places orders
            via: ui-web-link
            through: [gateway]
        """),
      RuleExample(
        "from the edge to the vault is too far as well, outwards is not judged",
        """
        zones:
          edge: { trust: dmz }
          office: { trust: internal, zones: { desks: Desks } }
          vault: { trust: restricted }
        apps:
          shop: { name: Shop, zone: edge }
          desk: { name: Desk, zone: desks }
          keys: { name: Keys, zone: vault }
        links:
          - ⟦shop -> keys⟧: asks for the key
            via: rest
          - desk -> keys: asks for the key
            via: rest
          - keys -> shop: sends the key
            via: rest
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func jumps(
    _ link: Link, _ source: ElementID, _ destination: ElementID, _ jump: SolutionGraph.TrustJump
  ) -> Self {
    """
    \(Wording.name(link)) goes from '\(source)' (\(jump.from.rawValue)) straight to \
    '\(destination)' (\(jump.to.rawValue)), \(jump.levels) levels of trust at once
    """
  }
}
