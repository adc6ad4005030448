public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that many rely on and that themselves rely on one that nobody relies on.
public struct StableDependsOnUnstable: Rule {
  /// How much less stable an element may be than one that needs it.
  public var maximumDifference = 0.3
  /// From how many dependents on an element counts as relied on.
  public var minimumDependents = 3

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-difference", \.maximumDifference, in: 0...1,
      "How much higher the instability of what is needed may be (from 0 to 1)"),
    .integer(
      "minimum-dependents", \.minimumDependents, in: 1...1000,
      "From how many dependents on an element is relied on (elements)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let couplings = graph.couplings()
    var isSeen: Set<[Int]> = []
    for dependency in graph.dependencies(in: .hard) {
      let (near, far) = (dependency.dependent, dependency.dependency)
      guard graph.traits[dependency.link].isStructural, Self.isProgram(near, in: graph.solution),
        Self.isProgram(far, in: graph.solution), couplings[near].afferent >= minimumDependents,
        let own = couplings[near].instability, let other = couplings[far].instability,
        isSeen.insert([near, far]).inserted
      else { continue }
      if other - own > maximumDifference {
        verdicts.fail(finding(dependency, couplings, other - own, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isProgram(_ vertex: Int, in solution: Solution) -> Bool {
    switch solution.elements[vertex].kind {
    case .application, .module, .system: true
    case .person, .store, .channel: false
    }
  }

  private func finding(
    _ dependency: Dependency, _ couplings: [Coupling], _ difference: Double,
    in graph: SolutionGraph
  ) -> Finding {
    let (near, far) = (dependency.dependent, dependency.dependency)
    let ends = (graph.elementID(near), graph.elementID(far))
    return Finding(
      Self.descriptor,
      .leansOn(ends.0, couplings[near], ends.1, couplings[far]),
      at: .link(graph.linkID(dependency.link)),
      roles: [
        Finding.Role("dependent", .element(ends.0)), Finding.Role("dependency", .element(ends.1)),
      ],
      evidence: Evidence(
        path: Evidence.steps(along: [graph.solution.links[dependency.link]]),
        figures: [
          Self.figure(ends.0, couplings[near]), Self.figure(ends.1, couplings[far]),
          .init(
            "difference",
            Wording.decimal(difference, places: 2)
              + " (limit \(Wording.decimal(maximumDifference, places: 2)))"),
        ]))
  }

  private static func figure(_ id: ElementID, _ coupling: Coupling) -> Evidence.Figure {
    .init(
      "instability of '\(id)'", Wording.decimal(coupling.instability ?? 0, places: 2),
      basis: "Ce \(coupling.efferent) ÷ (Ca \(coupling.afferent) + Ce \(coupling.efferent))")
  }

  public static let descriptor = RuleDescriptor(
    id: "stable-depends-on-unstable",
    title: "Stable depends on unstable",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "An element that many rely on needs one that depends on much and that few rely on.",
    rationale: """
      What depends on much changes often, for reasons that are not its own. What many rely on must \
      change seldom. A hard link from the second to the first hands those changes on to everybody.
      """,
    detection: """
      I = Ce ÷ (Ca + Ce), with Ca the elements that depend on it and Ce those that it depends on. A \
      hard link between programs from u to v, with Ca(u) ≥ `minimum-dependents` and I(v) − I(u) > \
      `maximum-difference`; links on a screen and sign-on left out.
      """,
    remedy: """
      Turn the dependency round: let the stable part publish or define what it needs, and the \
      unstable one deliver it. Or put a contract of the stable side's own between them.
      """,
    falsePositives: """
      The unstable part is a leaf that will grow, or its contract is kept stable by somebody else.
      """,
    question: "How often did a change of the second element last year reach users of the first?",
    references: [
      "Robert C. Martin, Agile Software Development, 2002: Stable Dependencies Principle"
    ],
    examples: [
      RuleExample(
        "the customer register needs a campaign tool",
        """
        apps:
          shop: Shop
          billing: Billing
          service: Service
          customers: Customers
          campaigns: Campaigns
          mail: Mail
          scoring: Scoring
        links:
          - { from: shop, to: customers, via: rest, timeout: 1s }
          - { from: billing, to: customers, via: rest, timeout: 1s }
          - { from: service, to: customers, via: rest, timeout: 1s }
          - ⟦customers -> campaigns⟧: asks for consents
            via: rest
            timeout: 500ms
          - { from: campaigns, to: mail, via: rest, timeout: 1s }
          - { from: campaigns, to: scoring, via: rest, timeout: 1s }
        """),
      RuleExample(
        "the campaign tool tells the register",
        """
        apps:
          shop: Shop
          billing: Billing
          service: Service
          customers: Customers
          campaigns: Campaigns
          mail: Mail
          scoring: Scoring
        links:
          - { from: shop, to: customers, via: rest, timeout: 1s }
          - { from: billing, to: customers, via: rest, timeout: 1s }
          - { from: service, to: customers, via: rest, timeout: 1s }
          - campaigns -> customers: reports consents
            via: rest
            timeout: 500ms
          - { from: campaigns, to: mail, via: rest, timeout: 1s }
          - { from: campaigns, to: scoring, via: rest, timeout: 1s }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func leansOn(
    _ dependent: ElementID, _ own: Coupling, _ dependency: ElementID, _ other: Coupling
  ) -> Self {
    """
    '\(dependent)', which \(own.afferent) elements rely on, needs '\(dependency)', which \
    depends on \(other.efferent) itself
    """
  }
}
