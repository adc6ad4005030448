public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that takes two ways between the same two elements.
public struct DuplicateLink: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    var byEnds: [Ends: [Int]] = [:]
    for place in links.indices where Self.stays(links[place]) && subject.graph.traits[place].isInUse
    {
      let ends = Ends(source: links[place].source, destination: links[place].destination)
      byEnds[ends, default: []].append(place)
    }
    for (_, places) in byEnds.sorted(by: { $0.value[0] < $1.value[0] }) where places.count > 1 {
      let twins = Self.twins(among: places, in: links)
      if let twins { verdicts.fail(Self.finding(twins, in: links)) } else { verdicts.pass() }
    }
  }

  private struct Ends: Hashable {
    let source: ElementID
    let destination: ElementID
  }

  /// Whether it is not on its way in or out.
  private static func stays(_ link: Link) -> Bool {
    switch link.status {
    case .idea, .proposed, .deprecated, .retired: false
    case .agreed, .live, nil: !link.carries.isEmpty && link.via != nil
    }
  }

  /// Two links that carry the same data the same way by different options.
  private struct Twins {
    let first: Int
    let second: Int
    let data: [DataID]
  }

  private static func twins(among places: [Int], in links: [Link]) -> Twins? {
    // Ways of one data object by direction, so that each link is looked at once.
    var seen: [DataID: [Int]] = [:]
    for place in places {
      for data in links[place].carries {
        let twin = seen[data]?.first { other in
          links[other].via != links[place].via && doTheSame(links[other], links[place])
        }
        if let twin {
          let shared = Set(links[twin].carries).intersection(links[place].carries).sorted()
          return Twins(first: twin, second: place, data: shared)
        }
        // A few are enough to find a twin; thousands of links between two elements stay linear.
        if seen[data, default: []].count < 8 { seen[data, default: []].append(place) }
      }
    }
    return nil
  }

  private static func doTheSame(_ first: Link, _ second: Link) -> Bool {
    let (way, other) = (first.effectiveDataFlow.value, second.effectiveDataFlow.value)
    guard let way, let other, way == other else { return false }
    guard let act = first.operation, let otherAct = second.operation else { return true }
    return act == otherAct
  }

  private static func finding(_ twins: Twins, in links: [Link]) -> Finding {
    let (first, second) = (links[twins.first], links[twins.second])
    return Finding(
      descriptor, .takesTwoWays(first, second, twins.data), at: .link(second.id),
      roles: [
        Finding.Role("source", .element(first.source)),
        Finding.Role("destination", .element(first.destination)),
      ],
      evidence: Evidence(
        path: Evidence.steps(along: [first, second]),
        figures: [
          .init("data", Wording.list(twins.data.map(\.text))),
          .init("options", "\(first.via?.text ?? "") and \(second.via?.text ?? "")"),
          Evidence.Figure("data-flow", second.effectiveDataFlow),
        ].compactMap { $0 }),
      related: [Finding.Related(.link(first.id), "is the other way")],
      cures: [Cure(.cut(first.id)), Cure(.cut(second.id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "duplicate-link",
    title: "Duplicate link",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "The same data goes the same way between two elements over two options.",
    rationale: """
      Two interfaces for one need are built, run and changed twice, and when they differ nobody \
      knows which one is right.
      """,
    detection: """
      Two links with the same ends that carry the same data object in the same direction by \
      different options, with the same `operation` where both declare one. Links that are ideas, \
      proposed, deprecated or retired do not count: they are on their way in or out.
      """,
    remedy: """
      Keep the one that fits and mark the other one `status: deprecated`. If both are needed, such \
      as a nightly full load beside changes, say so in a decision.
      """,
    falsePositives: """
      One is the reconciliation of the other, or each carries a part of the data that the model \
      does not tell apart.
      """,
    question: "When the two disagree, which one is right?",
    references: [
      "Andrew Hunt, David Thomas, The Pragmatic Programmer, 1999: The Evils of Duplication"
    ],
    examples: [
      RuleExample(
        "orders go to the ERP by call and by file",
        """
        apps: { shop: Web shop, erp: ERP }
        data:
          order: { class: transactional, master: shop }
        links:
          - { from: shop, to: erp, id: by-call, via: rest, operation: create, carries: [order] }
          - ⟦shop -> erp⟧: sends the orders of the day
            id: by-file
            via: sftp
            carries: [order]
        """),
      RuleExample(
        "the file is on its way out",
        """
        apps: { shop: Web shop, erp: ERP }
        data:
          order: { class: transactional, master: shop }
        links:
          - { from: shop, to: erp, id: by-call, via: rest, operation: create, carries: [order] }
          - shop -> erp: sends the orders of the day
            id: by-file
            via: sftp
            carries: [order]
            status: deprecated
        """),
      RuleExample(
        "other data, another direction, another act",
        """
        apps: { a: A, b: B }
        data: { x: X, y: Y }
        links:
          - { from: a, to: b, id: l1, via: rest, operation: update, carries: [x], timeout: 1s }
          - { from: a, to: b, id: l2, via: sftp, carries: [y] }
          - { from: a, to: b, id: l3, via: rest-pull, carries: [x] }
          - { from: a, to: b, id: l4, via: soap, operation: delete, carries: [x], timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func takesTwoWays(_ first: Link, _ second: Link, _ data: [DataID]) -> Self {
    """
    \(Wording.list(data.map(\.text))) \(data.count == 1 ? "takes" : "take") two ways from \
    '\(first.source)' to '\(first.destination)': \(first.via?.text ?? "") and \
    \(second.via?.text ?? "")
    """
  }
}
