public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds shared folders that are open on both sides of a border.
public struct SharedFolderAcrossBorder: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, graph.solution.links[link].via == .sharedFolder else { continue }
      switch surroundings.border {
      case .none: verdicts.pass()
      case .unknown:
        verdicts.unknown(missing: [])
        for end in [surroundings.source, surroundings.destination] where end.trust == nil {
          verdicts.lacks("zone", ofElement: end.vertex)
        }
      case .crossed:
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      }
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .isOpenOnBothSides(link), at: .link(link.id, "via"),
      evidence: Evidence(of: link, surroundings, in: graph))
  }

  public static let descriptor = RuleDescriptor(
    id: "shared-folder-across-border",
    title: "Shared folder across a border",
    family: .fit,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "A folder is shared between two zones of different trust, or with another company.",
    rationale: """
      The protocols of file shares were made for one office. Opened through a firewall they let in \
      what encrypts all files at night, and nobody sees a file that was read while it was half written.
      """,
    detection: """
      A link in use via `shared-folder` of which one end is external and the other is not, or whose \
      ends lie in zones of different `trust`. Where the trust of an end is not known it is unknown.
      """,
    remedy: """
      Hand files over by SFTP, a managed transfer or an object store with an account for each side, \
      under another name until they are whole.
      """,
    falsePositives:
      "A gateway copies the files between two folders: model it, and a link on each side of it.",
    question: "Which ports are open for this folder, and to whom?",
    references: [
      "CISA, SMB Security Best Practices: https://www.cisa.gov/news-events/alerts/2017/01/16/smb-security-best-practices"
    ],
    examples: [
      RuleExample(
        "the web server and the office share a folder",
        """
        zones:
          edge: { trust: dmz }
          office: { trust: internal }
        apps:
          shop: { name: Web shop, zone: edge }
          billing: { name: Billing, zone: office }
        links:
          - shop -> billing: leaves the orders
            via: ⟦shared-folder⟧
        """),
      RuleExample(
        "the files go by SFTP",
        """
        zones:
          edge: { trust: dmz }
          office: { trust: internal }
        apps:
          shop: { name: Web shop, zone: edge }
          billing: { name: Billing, zone: office }
        links:
          - shop -> billing: leaves the orders
            via: sftp
        """),
      RuleExample(
        "within one trust it is an office, and with a partner it is not",
        """
        zones: { north: { trust: internal }, south: { trust: internal } }
        apps:
          a: { name: A, zone: north }
          b: { name: B, zone: south }
          c: C
        systems: { partner: { name: Partner, external: true } }
        links:
          - { from: a, to: b, via: shared-folder }
          - { from: a, to: c, via: shared-folder }
          - { from: b, to: partner, via: ⟦shared-folder⟧ }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isOpenOnBothSides(_ link: Link) -> Self {
    "'\(link.source)' and '\(link.destination)' share a folder across a border of trust"
  }
}
