public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links in a browser that take delicate data along in their address.
public struct DeepLinkWithData: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, !surroundings.source.isPerson,
        Self.isAddress(graph.solution.links[link].via),
        !graph.solution.links[link].carries.isEmpty
      else { continue }
      verdicts.used("carries", ofLink: link)
      if surroundings.isSensitive {
        verdicts.fail(Self.finding(graph.solution.links[link], surroundings, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether all that crosses over is an address.
  private static func isAddress(_ option: OptionID?) -> Bool {
    switch option?.text {
    case "ui-web-link", "ui-deep-link": true
    default: false
    }
  }

  private static func finding(
    _ link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph
  ) -> Finding {
    Finding(
      descriptor, .takesAlong(link, surroundings), at: .link(link.id, "carries"),
      evidence: Evidence(
        of: link, surroundings, in: graph,
        figures: [.init("carries", Wording.list(link.carries.map(\.text)))]),
      related: link.carries.prefix(10).map { Finding.Related(.data($0), "stands in the address") })
  }

  public static let descriptor = RuleDescriptor(
    id: "deep-link-with-data",
    title: "Deep link with data",
    family: .fit,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "A link that a browser follows carries delicate data in its address.",
    rationale: """
      Addresses are kept in histories, logs, bookmarks and mails, are sent on to the next site, and can \
      be changed by whoever looks at them. The page at the end must not believe a word of it.
      """,
    detection: """
      A link in use via `ui-web-link` or `ui-deep-link` between two elements, of which neither is a \
      person at the start, carries data that is `confidential` or `secret`, or about people.
      """,
    remedy: """
      Put only an id that means nothing into the address, and let the destination fetch the rest from \
      its master, for the person who is signed on.
      """,
    falsePositives: "It carries the id alone: model the id, or leave `carries` out.",
    question: "What could I see or do by changing a character in this address?",
    references: [
      "CWE-598: Use of GET Request Method With Sensitive Query Strings: https://cwe.mitre.org/data/definitions/598.html"
    ],
    examples: [
      RuleExample(
        "the desk opens the archive with the whole patient in the address",
        """
        apps:
          desk: Desk
          archive: Archive
        data:
          patient: { confidentiality: secret, personal: special }
        links:
          - desk -> archive: opens the letters
            via: ui-deep-link
            ⟦carries⟧: [patient]
        """),
      RuleExample(
        "the address has a number, and the archive asks for the rest",
        """
        apps:
          desk: Desk
          archive: Archive
        data:
          patient: { confidentiality: secret, personal: special }
        links:
          - desk -> archive: opens the letters
            via: ui-deep-link
          - archive -> desk: asks for the patient
            via: rest
            carries: [patient]
        """),
      RuleExample(
        "a person may well see it, an embedded page shows it, and a catalogue is for all",
        """
        people: { doctor: Doctor }
        apps: { desk: Desk, archive: Archive }
        data:
          patient: { confidentiality: secret }
          leaflet: { confidentiality: public }
        links:
          - { from: doctor, to: desk, via: ui-web-link, carries: [patient] }
          - { from: desk, to: archive, id: frame, via: ui-embed, carries: [patient] }
          - { from: desk, to: archive, id: help, via: ui-web-link, carries: [leaflet] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesAlong(_ link: Link, _ surroundings: LinkSurroundings) -> Self {
    "\(Wording.name(link)) takes \(surroundings.delicacy ?? "delicate") data along in an address"
  }
}
