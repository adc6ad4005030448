public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds delicate data that is handed to a technical user, on behalf of people whom nobody names.
public struct IdentityNotPropagated: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let people = Self.users(in: graph)
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.isSensitive, graph.traits[link].isCall,
        !surroundings.isLocal
      else { continue }
      let source = graph.placements[surroundings.source.vertex].host
      guard let person = people[source],
        Self.isOtherSystem(surroundings.source.vertex, surroundings.destination.vertex, in: graph)
      else { continue }
      switch graph.solution.links[link].trust.authorization {
      case .technicalUser:
        verdicts.used("authorization", ofLink: link)
        verdicts.fail(
          Self.finding(
            graph.solution.links[link], surroundings, graph.elementID(person), in: graph))
      case .endUser:
        verdicts.used("authorization", ofLink: link)
        verdicts.pass()
      // Where nobody is asked at all, that is the flaw.
      case .some(.none), nil: continue
      }
    }
  }

  /// By app, the first of the people who use it on a screen.
  private static func users(in graph: SolutionGraph) -> [Int: Int] {
    var users: [Int: Int] = [:]
    for leg in graph.legs where graph.solution.elements[leg.source].kind == .person {
      let host = graph.placements[leg.destination].host
      users[host] = min(users[host] ?? leg.source, leg.source)
    }
    return users
  }

  private static func isOtherSystem(_ source: Int, _ destination: Int, in graph: SolutionGraph)
    -> Bool
  {
    guard graph.solution.elements[destination].kind != .store else { return false }
    return graph.placements[source].system != graph.placements[destination].system
      || graph.placements[source].system == nil
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, _ person: ElementID, in graph: SolutionGraph
  ) -> Finding {
    var evidence = Evidence(
      of: link, surroundings, in: graph, figures: [.init("authorization", "technical-user")])
    evidence.path.insert(Evidence.Step(.element(person), "is not named in the call"), at: 0)
    return Finding(
      descriptor, .forgetsWhoAsks(link, person, surroundings),
      at: .link(link.id, "authorization"), evidence: evidence)
  }

  public static let descriptor = RuleDescriptor(
    id: "identity-not-propagated",
    title: "Identity not propagated",
    family: .security,
    level: .note,
    profile: .strict,
    quality: .security,
    summary: "Another system hands out delicate data without learning for whom.",
    rationale: """
      The destination sees one technical user with the rights of all people together. It can neither \
      refuse one of them nor write down who looked, so a flaw in the caller opens everything, and the \
      law's question of who has seen a record has no answer.
      """,
    detection: """
      An app that people use calls another system with `authorization: technical-user`, and the link \
      carries what is `confidential` or `secret`, or about people. Links inside one system and to \
      stores are left out.
      """,
    remedy: """
      Send the person's token along, or exchange it for one made for the destination (`end-user`). \
      Where the caller is to decide alone, write that down, and log the person's id with each call.
      """,
    falsePositives: """
      All people who use the caller may see all that the destination holds, and the caller writes \
      down who looked.
      """,
    question: "Who has looked at this record last month, and which log says so?",
    references: [
      "RFC 8693, OAuth 2.0 Token Exchange",
      "Threagile, risk rule missing-identity-propagation",
    ],
    examples: [
      RuleExample(
        "the register gives every record to the portal's account",
        """
        people:
          patient: Patient
        apps:
          portal: Portal
        systems:
          register: Register
        data:
          record: { confidentiality: secret, personal: special }
        links:
          - patient -> portal: looks at the record
            via: ui-web-link
          - portal -> register: fetches the record
            via: rest
            carries: [record]
            authorization: ⟦technical-user⟧
        """),
      RuleExample(
        "the portal asks in the patient's name",
        """
        people:
          patient: Patient
        apps:
          portal: Portal
        systems:
          register: Register
        data:
          record: { confidentiality: secret, personal: special }
        links:
          - patient -> portal: looks at the record
            via: ui-web-link
          - portal -> register: fetches the record
            via: rest
            carries: [record]
            authorization: end-user
        """),
      RuleExample(
        "a job that nobody watches has nobody to name",
        """
        apps: { job: Job }
        systems: { register: Register }
        data: { record: { confidentiality: secret } }
        links:
          - { from: job, to: register, via: rest, carries: [record], authorization: technical-user }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func forgetsWhoAsks(
    _ link: Link, _ person: ElementID, _ surroundings: LinkSurroundings
  ) -> Self {
    """
    '\(link.destination)' gives \(surroundings.delicacy ?? "delicate") data to '\(link.source)' \
    without learning which '\(person)' asks
    """
  }
}
