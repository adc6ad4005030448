public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links yet to be built that are planned in SOAP although both ends could do better.
public struct SoapForNewLink: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let serving = Self.serving(in: graph)
    for link in graph.traits.indices where graph.solution.links[link].via == .soap {
      guard Self.isNew(graph.solution.links[link].status),
        let source = graph.solution.index(of: graph.solution.links[link].source),
        let destination = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      verdicts.used("status", ofLink: link)
      let isFree =
        Self.canChange(source, in: graph) && Self.canChange(destination, in: graph)
        && !serving.contains(destination)
      if isFree {
        verdicts.fail(Self.finding(graph.solution.links[link]))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isNew(_ status: LinkStatus?) -> Bool {
    switch status {
    case .idea, .proposed, .agreed: true
    case .live, .deprecated, .retired, nil: false
    }
  }

  /// The elements that serve SOAP already; one more user of it costs them nothing.
  private static func serving(in graph: SolutionGraph) -> Set<Int> {
    var serving: Set<Int> = []
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.solution.links[link].via == .soap
      && !isNew(graph.solution.links[link].status)
    {
      if let vertex = graph.solution.index(of: graph.solution.links[link].destination) {
        serving.insert(vertex)
      }
    }
    return serving
  }

  private static func canChange(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    guard !graph.placements[vertex].isExternal,
      graph.solution.elements[vertex].isChangeable != false
    else { return false }
    switch graph.placements[vertex].lifecycle {
    case .planned, .active, nil: return true
    case .sunset, .frozen, .retired: return false
    }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .isPlannedInSOAP(link), at: .link(link.id, "via"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [link.status.map { .init("status", $0.rawValue) }].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "soap-for-new-link",
    title: "SOAP for a new link",
    family: .fit,
    level: .note,
    profile: .strict,
    quality: .flexibility,
    summary: "A link that is yet to be built is planned in SOAP, and both ends are free to change.",
    rationale: """
      Tools, gateways, people and every new client speak something else by now. What is built in SOAP \
      today will be wrapped tomorrow by somebody who would rather not.
      """,
    detection: """
      A link via `soap` has `status` `idea`, `proposed` or `agreed`; both ends are ours, not \
      `changeable: false`, and not `sunset`, `frozen` or `retired`; and the destination serves SOAP to \
      nobody yet.
      """,
    remedy: "Offer it as REST with an OpenAPI contract, or as a message; it is no more work.",
    falsePositives: """
      A standard of the trade asks for SOAP, as with some authorities and banks: note the decision.
      """,
    question: "Who asked for SOAP, and what would they say to REST?",
    references: [
      "W3C, SOAP Version 1.2 Part 1: Messaging Framework: https://www.w3.org/TR/soap12-part1/",
      "Fielding, Architectural Styles and the Design of Network-based Software Architectures, dissertation, 2000",
    ],
    examples: [
      RuleExample(
        "two apps of ours are to meet in SOAP",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves goods
            via: ⟦soap⟧
            status: proposed
        """),
      RuleExample(
        "the same in REST",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves goods
            via: rest
            status: proposed
        """),
      RuleExample(
        "what serves it already, what is frozen and what is live may go on",
        """
        apps:
          shop: Shop
          stock: Stock
          till: Till
          ledger: { name: Ledger, lifecycle: frozen }
        links:
          - { from: till, to: stock, via: soap, status: live }
          - { from: shop, to: stock, via: soap, status: agreed }
          - { from: shop, to: ledger, via: soap, status: idea }
          - { from: till, to: shop, via: soap }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isPlannedInSOAP(_ link: Link) -> Self {
    let status = link.status.map { " (\($0.rawValue))" } ?? ""
    return "\(Wording.name(link))\(status) is planned in SOAP, and neither end asks for it"
  }
}
