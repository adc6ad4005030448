public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links on which whoever gets in may do everything.
public struct AuthorizationMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, !surroundings.isLocal, !surroundings.touchesChannel else { continue }
      let operation = graph.solution.links[link].operation
      let matters = surroundings.isSensitive || operation?.changesState == true
      switch graph.solution.links[link].trust.authorization {
      case nil:
        guard matters else { continue }
        verdicts.unknown(missing: "authorization", ofLink: link)
      case .some(.none):
        verdicts.used("authorization", ofLink: link)
        // Where nobody has to say who they are, that is the flaw.
        if matters, graph.solution.links[link].trust.authentication != .some(.none) {
          verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
        } else {
          verdicts.pass()
        }
      case .technicalUser, .endUser:
        verdicts.used("authorization", ofLink: link)
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .letsAllDoAll(link, surroundings), at: .link(link.id, "authorization"),
      evidence: Evidence(
        of: link, surroundings, in: graph,
        figures: [.init("authorization", "none")]
          + [link.operation.map { .init("operation", $0.rawValue) }].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "authorization-missing",
    title: "Authorization missing",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "Whoever is let in may read everything delicate, or change everything.",
    rationale: """
      Knowing who calls is of no use if nobody asks what they may do. The test tool, the intern's \
      script and the partner with one customer then have the rights of all.
      """,
    detection: """
      A link in use with `authorization: none` that carries what is `confidential` or about people, or \
      whose `operation` changes something. Links inside one app are left out, those of a channel \
      belong to `broker-unprotected`, and with `authentication: none` too it is \
      `authentication-missing` alone. One that does not say is unknown.
      """,
    remedy: """
      Let the destination decide by what the caller needs: rights of a technical user for each caller, \
      or those of the person in whose name the call is made (`end-user`).
      """,
    falsePositives: """
      There is just one caller, and it needs all that the destination offers: declare \
      `technical-user`.
      """,
    question: "What may this caller do that it never needs to do?",
    references: [
      "OWASP API Security Top 10 2023, API5: Broken Function Level Authorization: https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/",
      "OWASP API Security Top 10 2023, API1: Broken Object Level Authorization: https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/",
    ],
    examples: [
      RuleExample(
        "every known caller may close every claim",
        """
        apps:
          portal: Portal
          claims: Claims
        links:
          - portal -> claims: closes a claim
            via: rest
            operation: update
            authentication: oauth2
            authorization: ⟦none⟧
        """),
      RuleExample(
        "the portal may do what its user may do",
        """
        apps:
          portal: Portal
          claims: Claims
        links:
          - portal -> claims: closes a claim
            via: rest
            operation: update
            authentication: oauth2
            authorization: end-user
        """),
      RuleExample(
        "reading what is not delicate is free, reading what is needs a right",
        """
        apps: { a: A, b: B, c: C }
        data:
          prices: { confidentiality: internal }
          margin: { confidentiality: secret }
        links:
          - { from: a, to: b, via: rest, carries: [prices], operation: read, authorization: none }
          - { from: b, to: c, via: rest, carries: [margin], operation: read, authorization: ⟦none⟧ }
          - { from: c, to: a, via: rest, operation: create, authorization: none, authentication: none }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func letsAllDoAll(_ link: Link, _ surroundings: LinkSurroundings) -> Self {
    let act =
      surroundings.delicacy.map { "hands out \($0) data to" }
      ?? link.operation.map { "grants '\($0.rawValue)' to" } ?? "is open to"
    return "\(Wording.name(link)) \(act) everybody who is let in"
  }
}
