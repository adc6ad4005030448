public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds delicate data that goes by e-mail, by push notification or in somebody's hands.
public struct ConfidentialDataByMail: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, let way = Self.way(of: link, in: graph) else { continue }
      guard !graph.solution.links[link].carries.isEmpty else {
        verdicts.unknown(missing: "carries", ofLink: link)
        continue
      }
      verdicts.used("carries", ofLink: link)
      let isSealed = graph.solution.links[link].trust.encryption == .message
      if surroundings.isSensitive && !isSealed {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, way, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// How it travels, as a phrase; nil for ways that can be guarded.
  private static func way(of link: Int, in graph: SolutionGraph) -> String? {
    switch graph.solution.links[link].via?.text {
    case "email": "by e-mail"
    case "push-notification": "by push notification"
    case "manual-file": "in files carried by hand"
    default: nil
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, _ way: String, in graph: SolutionGraph
  ) -> Finding {
    let isWorst = surroundings.confidentiality == .secret || surroundings.personal == .special
    return Finding(
      descriptor, .travelsByMail(link, surroundings, way), at: .link(link.id, "carries"),
      level: isWorst ? .error : nil,
      evidence: Evidence(of: link, surroundings, in: graph),
      related: link.carries.prefix(10).map { Finding.Related(.data($0), "travels \(way)") })
  }

  public static let descriptor = RuleDescriptor(
    id: "confidential-data-by-mail",
    title: "Confidential data by mail",
    family: .security,
    level: .warning,
    quality: .security,
    summary: "Data that few may see travels in a way that nobody can guard or take back.",
    rationale: """
      A mail lies on servers of others, is forwarded with a keystroke, and goes to the wrong person \
      whose name begins alike. A notification shows on a locked screen. A file carried by hand is \
      copied to where it is opened. None of them can be called back or deleted for sure.
      """,
    detection: """
      A link in use via `email`, `push-notification` or `manual-file` carries data that is \
      `confidential` or `secret`, or about people, without `encryption: message`. An error for what \
      is `secret` or of a special category. One that does not say what it carries is unknown.
      """,
    remedy: """
      Send a hint and a link to where the data is shown after signing on; between programs use an \
      interface.
      """,
    falsePositives: """
      The mail goes to the very person whom the data is about, who asked for it, and holds no more \
      than they expect.
      """,
    question: "What would you do after sending this to the wrong address?",
    references: [
      "Regulation (EU) 2016/679 (GDPR), Article 32: Security of processing",
      "NIST SP 800-177 Rev. 1, Trustworthy Email",
    ],
    examples: [
      RuleExample(
        "claims with diagnoses go out by mail",
        """
        people:
          assessor: Assessor
        apps:
          claims: Claims
        data:
          claim: { confidentiality: confidential, personal: special }
        links:
          - claims -> assessor: sends the claim
            via: email
            ⟦carries⟧: [claim]
        """),
      RuleExample(
        "the mail says that there is a claim to look at",
        """
        people:
          assessor: Assessor
        apps:
          claims: Claims
        data:
          hint: { confidentiality: internal, personal: none }
        links:
          - claims -> assessor: tells of a new claim
            via: email
            carries: [hint]
        """),
      RuleExample(
        "a sealed mail may carry it, a file in somebody's hands may not",
        """
        apps: { a: A, b: B, c: C }
        data:
          prices: { confidentiality: confidential }
        links:
          - { from: a, to: b, via: email, carries: [prices], encryption: message }
          - { from: b, to: c, via: manual-file, ⟦carries⟧: [prices] }
          - { from: a, to: c, via: rest, carries: [prices] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func travelsByMail(
    _ link: Link, _ surroundings: LinkSurroundings, _ way: String
  ) -> Self {
    "\(Wording.name(link)) carries \(surroundings.delicacy ?? "delicate") data \(way)"
  }
}
