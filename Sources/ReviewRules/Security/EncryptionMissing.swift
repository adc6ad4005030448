public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links over a network that whoever is on the way can read and change.
public struct EncryptionMissing: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      // Plain text over SFTP is FTP, and said to be that.
      guard let surroundings, !surroundings.isLocal, graph.solution.links[link].via != .sftp
      else { continue }
      guard let encryption = graph.solution.links[link].trust.encryption else {
        verdicts.unknown(missing: "encryption", ofLink: link)
        continue
      }
      verdicts.used("encryption", ofLink: link)
      if encryption == .none {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    // Within one zone only those see it who are trusted alike.
    let isWithin = surroundings.border == .none && !surroundings.isSensitive
    return Finding(
      descriptor, .travelsOpenly(link, surroundings), at: .link(link.id, "encryption"),
      level: surroundings.isSensitive ? .error : isWithin ? .note : nil,
      evidence: Evidence(of: link, surroundings, in: graph, figures: [.init("encryption", "none")]))
  }

  public static let descriptor = RuleDescriptor(
    id: "encryption-missing",
    title: "Encryption missing",
    family: .security,
    level: .warning,
    weighs: [.exposure],
    profile: .minimal,
    quality: .security,
    summary: "What a link carries can be read and changed by whoever is on the way.",
    rationale: """
      On the way are switches, proxies, load balancers and the neighbours in a shared network. A \
      password or a token seen once opens the destination for good.
      """,
    detection: """
      A link in use with `encryption: none` that leaves its app. An error where it carries what is \
      `confidential` or `secret`, or about people; a note where both ends lie in zones of one trust \
      and it carries nothing of that kind. A link that does not say is unknown.
      """,
    remedy: """
      Use TLS, which costs next to nothing today, up to the process that reads the data and not only \
      to the load balancer; declare it as `encryption: tls` or `mtls`.
      """,
    falsePositives: """
      A tunnel or a mesh encrypts without the app's doing: declare `vpn` or `mtls`. The ends run on \
      one machine: model them as modules of one app.
      """,
    question: "Who could record this traffic today without anybody noticing?",
    references: [
      "Threagile, risk rule unencrypted-communication",
      "NIST SP 800-52 Rev. 2, Guidelines for the Selection, Configuration, and Use of TLS Implementations",
    ],
    examples: [
      RuleExample(
        "customer records in plain text",
        """
        apps:
          crm: CRM
          mailing: Mailing
        data:
          customer: { personal: personal }
        links:
          - crm -> mailing: sends the addresses
            via: rest
            carries: [customer]
            encryption: ⟦none⟧
        """),
      RuleExample(
        "the same over TLS",
        """
        apps:
          crm: CRM
          mailing: Mailing
        data:
          customer: { personal: personal }
        links:
          - crm -> mailing: sends the addresses
            via: rest
            carries: [customer]
            encryption: tls
        """),
      RuleExample(
        "inside one app nothing travels, in one zone it is a note",
        """
        zones:
          office: { trust: internal }
        apps:
          crm: { name: CRM, zone: office, modules: { desk: Desk, store: Store } }
          print: { name: Printing, zone: office }
        links:
          - { from: desk, to: store, via: grpc, encryption: none }
          - { from: crm, to: print, via: rest, encryption: ⟦none⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func travelsOpenly(_ link: Link, _ surroundings: LinkSurroundings) -> Self {
    let what = surroundings.delicacy.map { "\($0) data" } ?? "everything"
    return "\(Wording.name(link)) carries \(what) in plain text"
  }
}
