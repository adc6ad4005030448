public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that leaves the house while nobody has said how delicate it is.
public struct DataUnclassified: Rule {
  /// From how many unclassified data entities they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many unclassified data entities they are one finding (data entities)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let exits = Self.exits(in: graph)
    var lacking: [DataObject] = []
    for object in graph.solution.data where exits[object.id] != nil {
      let gaps = Self.gaps(of: object)
      for gap in gaps { verdicts.lacks(.data(object.id, gap)) }
      if gaps.isEmpty {
        verdicts.used(.data(object.id, "confidentiality"))
        verdicts.pass()
      } else {
        lacking.append(object)
      }
    }
    guard lacking.count >= foldFrom else {
      for object in lacking { verdicts.fail(Self.finding(object, exits[object.id] ?? [], graph)) }
      return
    }
    verdicts.fail(
      Finding(
        Self.descriptor, .leaveUnclassified(lacking), at: ElementPath(.solution),
        related: lacking.prefix(20).map {
          Finding.Related(.data($0.id), "says nothing of its \(Self.gaps(of: $0)[0])")
        }))
  }

  /// The keys that are missing; what is public cannot hurt a person.
  private static func gaps(of object: DataObject) -> [String] {
    switch object.confidentiality {
    case .public: []
    case .internal, .confidential, .secret: object.personal == nil ? ["personal"] : []
    case nil: ["confidentiality"] + (object.personal == nil ? ["personal"] : [])
    }
  }

  /// By data, the links that carry it between us and the outside; not those of people.
  private static func exits(in graph: SolutionGraph) -> [DataID: [Int]] {
    var exits: [DataID: [Int]] = [:]
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.isToOutside || surroundings.isFromOutside,
        !surroundings.source.isPerson, !surroundings.destination.isPerson
      else { continue }
      for id in Set(graph.solution.links[link].carries) { exits[id, default: []].append(link) }
    }
    return exits
  }

  private static func finding(_ object: DataObject, _ exits: [Int], _ graph: SolutionGraph)
    -> Finding
  {
    let links = exits.map { graph.solution.links[$0] }
    return Finding(
      descriptor, .leavesUnclassified(object, gaps(of: object), links), at: .data(object.id),
      evidence: Evidence(
        path: Evidence.steps(along: Array(links.prefix(1))),
        figures: [
          .init("links to and from outside", "\(links.count)"),
          .init("not said", gaps(of: object).joined(separator: ", ")),
        ]),
      related: links.prefix(20).map {
        Finding.Related(.link($0.id, "carries"), "carries it between us and others")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "data-unclassified",
    title: "Data unclassified",
    family: .data,
    level: .warning,
    quality: .security,
    summary: "Data travels to or from another company, and nobody has said how delicate it is.",
    rationale: """
      Whether this link needs encryption, a contract about processing, or must not exist at all \
      depends on what it carries. Until somebody says so every rule on protection has to keep quiet.
      """,
    detection: """
      A data entity on a link in use between us and an element that is external or in a zone of trust \
      `internet`, `partner` or `device`, without `confidentiality`, or without `personal` unless it is \
      `public`. From `fold-from` of them on they are one finding. Links of people are left out.
      """,
    remedy: """
      Ask the owner of the master, and write down `confidentiality` and `personal`; an hour with the \
      data protection officer settles most of a model.
      """,
    falsePositives:
      "The other company is part of ours for the law and for the network: it is not external.",
    question: "Would you mind reading this data in a newspaper, and whose names would be in it?",
    references: [
      "ISO/IEC 27001:2022, Annex A 5.12: Classification of information",
      "Regulation (EU) 2016/679 (GDPR), Article 30: Records of processing activities",
    ],
    examples: [
      RuleExample(
        "addresses go to a carrier, and nobody said what they are",
        """
        apps:
          shipping: Shipping
        systems:
          carrier: { name: Carrier, external: true }
        data:
          ⟦address⟧: { class: master, master: shipping }
        links:
          - shipping -> carrier: orders a pickup
            via: rest
            carries: [address]
        """),
      RuleExample(
        "the address is internal, and about a person",
        """
        apps:
          shipping: Shipping
        systems:
          carrier: { name: Carrier, external: true }
        data:
          address: { class: master, master: shipping, confidentiality: internal, personal: personal }
        links:
          - shipping -> carrier: orders a pickup
            via: rest
            carries: [address]
        """),
      RuleExample(
        "four of them are one finding, public data is about nobody",
        """
        solution: ⟦Example⟧
        apps: { shipping: Shipping }
        systems: { carrier: { external: true } }
        data:
          a: A
          b: { confidentiality: internal }
          c: { personal: none }
          d: D
          e: { confidentiality: public }
        links:
          - { from: shipping, to: carrier, via: rest, carries: [a, b, c, d, e] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func leavesUnclassified(
    _ object: DataObject, _ gaps: [String], _ links: [Link]
  ) -> Self {
    """
    \(Wording.name(object.id)) travels on \(Wording.name(links[0])), and nothing says \
    \(gaps.contains("confidentiality") ? "how confidential it is" : "whether it is about people")
    """
  }

  fileprivate static func leaveUnclassified(_ objects: [DataObject]) -> Self {
    """
    \(objects.count) data entities travel between us and others unclassified: \
    \(Wording.list(objects.map(\.id.text)))
    """
  }
}
