public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds pairs of elements that depend on each other.
public struct MutualDependency: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let pairs = subject.graph.mutualDependencies()
    guard !pairs.isEmpty else { return }
    let waiting = Circles(subject.graph.dependencyCircles(in: .synchronous))
    let all = Circles(subject.graph.dependencyCircles())
    for pair in pairs {
      switch (waiting.size(around: pair), all.size(around: pair)) {
      case (2, _): verdicts.fail(Self.finding(pair, waits: true))
      case (nil, nil), (nil, 2): verdicts.fail(Self.finding(pair, waits: false))
      default: break
      }
    }
  }

  /// How large the circles are that elements are part of.
  private struct Circles {
    private var circle: [ElementID: Int] = [:]
    private let sizes: [Int]

    init(_ circles: [[ElementID]]) {
      sizes = circles.map(\.count)
      for (number, members) in circles.enumerated() {
        for member in members { circle[member] = number }
      }
    }

    /// Nil when no circle holds both.
    func size(around pair: SolutionGraph.MutualDependency) -> Int? {
      guard let number = circle[pair.first], circle[pair.second] == number else { return nil }
      return sizes[number]
    }
  }

  private static func finding(_ pair: SolutionGraph.MutualDependency, waits: Bool) -> Finding {
    let forth = pair.linksForth[0]
    let back = pair.linksBack[0]
    return Finding(
      descriptor, .dependOnEachOther(pair, waits: waits), at: .link(back),
      level: waits ? nil : .note,
      roles: [
        Finding.Role("member", .element(pair.first)), Finding.Role("member", .element(pair.second)),
      ],
      evidence: Evidence(
        path: [
          .init(.element(pair.first)), .init(.link(forth)), .init(.element(pair.second)),
          .init(.link(back)), .init(.element(pair.first)),
        ],
        figures: [
          .init("links forth", "\(pair.linksForth.count)"),
          .init("links back", "\(pair.linksBack.count)"),
        ],
        assumptions: waits ? [] : ["Links that do not say how they work count as dependencies."]),
      related: [Finding.Related(.link(forth), "the way forth")],
      cures: [pair.linksBack, pair.linksForth].flatMap { way in
        (waits ? [Cure(way.map { .makeAsynchronous($0) })] : []) + [Cure(way.map { .cut($0) })]
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "mutual-dependency",
    title: "Mutual dependency",
    family: .coupling,
    level: .warning,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "Two elements depend on each other directly.",
    rationale: """
      Neither can be changed, tested or released without the other. Where both wait, each can hold \
      up the other: a thread that serves a call waits for a thread that serves the call back.
      """,
    detection: """
      Two elements with dependencies both ways, links on a screen and sign-on left out. A warning \
      where somebody waits both ways, a note otherwise. Pairs inside a larger circle of the same \
      kind are left to cyclic-dependency.
      """,
    remedy: """
      Make one way the rule: let one side poll or listen for the other's events, hand over in the \
      call what it would otherwise ask back for, or merge the two.
      """,
    falsePositives: """
      The way back is a notification that nobody waits for: describe it with its option, such as \
      `via: webhook`, and the finding is a note.
      """,
    question: "Why are these two parts and not one, and which of them should know the other?",
    references: [
      "Robert C. Martin, Agile Software Development, 2002: the acyclic dependencies principle"
    ],
    examples: [
      RuleExample(
        "each asks the other and waits",
        """
        apps:
          billing: Billing
          ordering: Ordering
        links:
          - billing -> ordering: asks for the order
            via: rest
            timeout: 1s
          - ⟦ordering -> billing⟧: asks for the balance
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "the order goes along in the call",
        """
        apps:
          billing: Billing
          ordering: Ordering
        links:
          - ordering -> billing: asks for the balance and hands over the order
            via: rest
            timeout: 1s
        """),
    ])
}

extension Finding.Message {
  fileprivate static func dependOnEachOther(_ pair: SolutionGraph.MutualDependency, waits: Bool)
    -> Self
  {
    "'\(pair.first)' and '\(pair.second)' \(waits ? "wait" : "depend") on each other"
  }
}
