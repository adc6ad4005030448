public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that comes in from outside with nothing that says what it must look like.
public struct OutsideInputUnchecked: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, Self.bringsIn(link, surroundings, in: graph) else { continue }
      guard let kind = graph.solution.links[link].contract?.kind else {
        verdicts.unknown(missing: "contract", ofLink: link)
        continue
      }
      verdicts.used("contract", ofLink: link)
      if kind == .none, !Self.isBetweenTeams(surroundings, in: graph) {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether a program outside gives data to one of ours.
  private static func bringsIn(
    _ link: Int, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Bool {
    guard !surroundings.source.isPerson, !surroundings.destination.isPerson,
      graph.traits[link].interaction != .userInterface, graph.traits[link].category != .identity
    else { return false }
    switch graph.traits[link].dataFlow {
    case .push: return surroundings.isFromOutside
    case .pull: return surroundings.isToOutside
    case .both, nil: return surroundings.isFromOutside || surroundings.isToOutside
    case .some(.none): return false
    }
  }

  /// Where both ends have owners it is a contract between teams that is missing.
  private static func isBetweenTeams(_ surroundings: LinkSurroundings, in graph: SolutionGraph)
    -> Bool
  {
    guard let near = graph.placements[surroundings.source.vertex].owner,
      let far = graph.placements[surroundings.destination.vertex].owner
    else { return false }
    return near != far
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    let (giver, taker) =
      surroundings.isFromOutside && link.effectiveDataFlow.value != .pull
      ? (link.source, link.destination) : (link.destination, link.source)
    return Finding(
      descriptor, .takesAnything(from: giver, to: taker), at: .link(link.id, "contract.kind"),
      evidence: Evidence(of: link, surroundings, in: graph, figures: [.init("contract", "none")]))
  }

  public static let descriptor = RuleDescriptor(
    id: "outside-input-unchecked",
    title: "Outside input unchecked",
    family: .security,
    level: .warning,
    weighs: [.criticality],
    quality: .security,
    summary: "Data comes in from another company, and nothing says what it must look like.",
    rationale: """
      Without a contract there is nothing to check against, so everything is taken: a field that is \
      too long, a number that became a text, a list of a million, a document that loads others. We \
      trust such input more than a user's, and it is no better.
      """,
    detection: """
      A link in use on which data runs from an element that is external, or in a zone of trust \
      `internet`, `partner` or `device`, to one of ours, has `contract: { kind: none }`. One that does \
      not say is unknown. Screens and sign-on are left out, and links between two owners, which \
      `contract-missing` judges.
      """,
    remedy: """
      Agree on a schema, check what comes in against it at the border before anything else reads it, \
      bound sizes and times, and put aside what does not fit.
      """,
    falsePositives:
      "What comes in is only stored and handed on unread, within a bound on its size.",
    question: "What is the worst file this partner could send by mistake, and what would it do?",
    references: [
      "OWASP API Security Top 10 2023, API10: Unsafe Consumption of APIs: https://owasp.org/API-Security/editions/2023/en/0xaa-unsafe-consumption-of-apis/"
    ],
    examples: [
      RuleExample(
        "whatever the supplier sends becomes our price list",
        """
        systems:
          supplier: { name: Supplier, external: true, type: partner }
        apps:
          catalogue: Catalogue
        links:
          - supplier -> catalogue: sends prices
            via: sftp
            contract: { kind: ⟦none⟧ }
        """),
      RuleExample(
        "a layout says what a line must be",
        """
        systems:
          supplier: { name: Supplier, external: true, type: partner }
        apps:
          catalogue: Catalogue
        links:
          - supplier -> catalogue: sends prices
            via: sftp
            contract: { kind: csv-layout, document: docs/prices.md }
        """),
      RuleExample(
        "what we fetch counts as well, what we send does not",
        """
        systems:
          rates: { name: Rates, external: true }
        apps: { ledger: Ledger }
        links:
          - { from: ledger, to: rates, id: fetch, via: rest-pull, contract: { kind: ⟦none⟧ } }
          - { from: ledger, to: rates, id: send, via: sftp, contract: { kind: none } }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesAnything(from giver: ElementID, to taker: ElementID) -> Self {
    "'\(taker)' takes whatever '\(giver)' gives it: no contract says what it must look like"
  }
}
