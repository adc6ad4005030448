public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds interfaces that are to go and that the outside still reaches.
public struct OldVersionExposed: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.isFromOutside, !surroundings.source.isPerson else {
        continue
      }
      let status = graph.solution.links[link].status
      let lifecycle = graph.placements[surroundings.destination.vertex].lifecycle
      if status == .deprecated {
        let reason = "is deprecated"
        verdicts.fail(
          Self.finding(graph.solution.links[link], surroundings, reason, isLink: true, in: graph))
      } else if lifecycle == .frozen || lifecycle == .sunset {
        let reason = "leads to a part that is \(lifecycle?.rawValue ?? "")"
        verdicts.fail(
          Self.finding(graph.solution.links[link], surroundings, reason, isLink: false, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, _ reason: String, isLink: Bool,
    in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .isStillReached(link, reason), at: .link(link.id, isLink ? "status" : nil),
      level: isLink ? nil : .note,
      evidence: Evidence(
        of: link, surroundings, in: graph,
        figures: [
          isLink
            ? .init("status", "deprecated")
            : .init(
              "lifecycle of '\(link.destination)'",
              graph.placements[surroundings.destination.vertex].lifecycle?.rawValue ?? ""),
          link.contract?.version.map { .init("version of the contract", $0) },
        ].compactMap { $0 }),
      related: isLink
        ? [] : [Finding.Related(.element(link.destination, "lifecycle"), "is not kept up any more")]
    )
  }

  public static let descriptor = RuleDescriptor(
    id: "old-version-exposed",
    title: "Old version exposed",
    family: .security,
    level: .warning,
    profile: .strict,
    quality: .security,
    summary: "Somebody outside still calls an interface that is being withdrawn.",
    rationale: """
      What is to go gets no more mends, no more tests and no more thought, and it is behind the same \
      door as its successor. Old versions are where checks were forgotten that the new one has.
      """,
    detection: """
      A link in use from an element that is external or in a zone of trust `internet`, `partner` or \
      `device` to one of ours has `status: deprecated`; or, as a note, leads to an element with \
      `lifecycle` `sunset` or `frozen`. People on screens are left out.
      """,
    remedy: """
      Name a day of switching off to those who still call, show them who they are by their client \
      ids, and close the old version on that day.
      """,
    falsePositives: "The old version is patched and watched like the new one until its last day.",
    question: "Who still calls the old version, and on what day is it gone?",
    references: [
      "OWASP API Security Top 10 2023, API9: Improper Inventory Management: https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/"
    ],
    examples: [
      RuleExample(
        "the partner still posts to the first version",
        """
        systems:
          partner: { name: Partner, external: true }
        apps:
          orders: { name: Orders, type: api }
        links:
          - partner -> orders: places orders
            via: rest
            status: ⟦deprecated⟧
            contract: { kind: openapi, version: "1" }
        """),
      RuleExample(
        "the old link is retired, the new one in use",
        """
        systems:
          partner: { name: Partner, external: true }
        apps:
          orders: { name: Orders, type: api }
        links:
          - partner -> orders: places orders
            id: first
            via: rest
            status: retired
          - partner -> orders: places orders
            id: second
            via: rest
            status: live
        """),
      RuleExample(
        "inside it may wait, and a frozen part that is open to a partner is a note",
        """
        systems:
          partner: { name: Partner, external: true }
          old: { name: Old ledger, lifecycle: frozen }
        apps: { a: A, b: B }
        links:
          - a -> b: asks
            via: rest
            status: deprecated
          - ⟦partner -> old⟧: books
            via: soap
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isStillReached(_ link: Link, _ reason: String) -> Self {
    "\(Wording.name(link)) comes from outside and \(reason)"
  }
}
