public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds files that travel by FTP, with the password in plain text.
public struct PlainFtp: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isPlain = graph.solution.elements.indices.map { vertex in
      graph.solution.elements[vertex].technology.map(Self.speaksPlainFTP) ?? false
    }
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].category == .batch {
      let id = graph.linkID(link)
      if graph.solution.links[link].via == .sftp,
        graph.solution.links[link].trust.encryption == .some(.none)
      {
        verdicts.fail(Self.finding(graph.solution.links[link], at: .link(id, "encryption"), nil))
      } else if let server = Self.stops(of: link, in: graph).first(where: { isPlain[$0] }) {
        verdicts.fail(
          Self.finding(
            graph.solution.links[link], at: .link(id), graph.solution.elements[server]))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func stops(of link: Int, in graph: SolutionGraph) -> [Int] {
    let ids =
      [graph.solution.links[link].source, graph.solution.links[link].destination]
      + graph.solution.links[link].through
    return ids.compactMap(graph.solution.index)
  }

  /// Whether `FTP` is one of the words of a technology, as in `FTP server` and unlike in `SFTP`.
  private static func speaksPlainFTP(_ technology: String) -> Bool {
    technology.split { !$0.isLetter && !$0.isNumber }.contains { $0.uppercased() == "FTP" }
  }

  private static func finding(_ link: Link, at place: ElementPath, _ server: Element?) -> Finding {
    let technology = server?.technology ?? ""
    return Finding(
      descriptor, .isPlain(link, server), at: place,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: server.map { [.init("technology of '\($0.id)'", technology)] }
          ?? [.init("via", "sftp"), .init("encryption", "none")],
        assumptions: server == nil
          ? ["SFTP without encryption does not exist, so this is FTP."] : []),
      related: server.map { [.init(.element($0.id, "technology"), "speaks FTP")] } ?? [])
  }

  public static let descriptor = RuleDescriptor(
    id: "plain-ftp",
    title: "Plain FTP",
    family: .security,
    level: .error,
    profile: .minimal,
    quality: .security,
    summary: "Files travel by FTP, which sends the password and the content in plain text.",
    rationale: """
      FTP is older than the idea that somebody might listen. Whoever sees one transfer can fetch every \
      file from then on, and put files of their own into the import.
      """,
    detection: """
      A link in use with an option for files, of which an end or a stop has a `technology` with the \
      word FTP (not SFTP or FTPS), or a link via `sftp` with `encryption: none`.
      """,
    remedy: """
      Move to SFTP with a key for each partner, or to a managed transfer; both sides can mostly do it \
      already.
      """,
    falsePositives: """
      The technology names what was there once, or the server speaks FTPS only: write that.
      """,
    question: "Who else has known the password of this server in the last ten years?",
    references: [
      "RFC 2577, FTP Security Considerations, 1999: https://www.rfc-editor.org/rfc/rfc2577"
    ],
    examples: [
      RuleExample(
        "payments in a folder of an FTP server",
        """
        apps:
          billing: Billing
        stores:
          drop: { name: Drop box, type: file, technology: FTP server }
        links:
          - ⟦billing -> drop⟧: leaves the payments
            via: shared-folder
        """),
      RuleExample(
        "the same folder behind SFTP",
        """
        apps:
          billing: Billing
        stores:
          drop: { name: Drop box, type: file, technology: SFTP server }
        links:
          - billing -> drop: leaves the payments
            via: sftp
        """),
      RuleExample(
        "SFTP that does not encrypt is FTP",
        """
        apps:
          billing: Billing
          bank: Bank
        links:
          - { from: billing, to: bank, via: sftp, encryption: ⟦none⟧ }
          - { from: bank, to: billing, via: sftp, encryption: message }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isPlain(_ link: Link, _ server: Element?) -> Self {
    server.map { "\(Wording.name(link)) moves files over '\($0.id)', which speaks plain FTP" }
      ?? "\(Wording.name(link)) is declared as SFTP without encryption, which is plain FTP"
  }
}
