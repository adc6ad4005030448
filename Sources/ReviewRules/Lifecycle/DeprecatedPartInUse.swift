public import ReviewEngine
import SolutionGraph
import SolutionModel
import VendorFacts

/// Finds connectors and modules that their vendor has given up.
public struct DeprecatedPartInUse: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var answers = TechnologyAnswers(from: DeprecatedPart.named)
    var users: [DeprecatedPart: [Int]] = [:]
    for vertex in graph.solution.elements.indices where graph.isRun(vertex) {
      guard let technology = graph.solution.elements[vertex].technology else { continue }
      let parts = answers.answer(for: technology)
      for part in Set(parts) { users[part, default: []].append(vertex) }
      if parts.isEmpty { verdicts.pass() }
    }
    for (part, vertices) in users.sorted(by: { $0.key.part < $1.key.part }) {
      verdicts.fail(Self.finding(part, vertices.map(graph.elementID)))
    }
  }

  private static func finding(_ part: DeprecatedPart, _ ids: [ElementID]) -> Finding {
    Finding(
      descriptor, .wasGivenUp(part, ids), at: .element(ids[0], "technology"),
      weighs: ids.map { .element($0) }, roles: [Finding.Role("solution", .solution)],
      discriminator: part.part,
      evidence: Evidence(figures: [
        .init(
          "deprecated since", part.since,
          basis: "\(part.provenance.source), checked on \(part.provenance.checked)"),
        .init("successor", part.successor),
      ]),
      related: ids.dropFirst().map { Finding.Related(.element($0, "technology"), "uses it too") },
      remedy: "Replace it by \(part.successor).")
  }

  public static let descriptor = RuleDescriptor(
    id: "deprecated-part-in-use",
    title: "Deprecated part in use",
    family: .lifecycle,
    level: .warning,
    weighs: [.criticality],
    quality: .maintainability,
    summary: "An element is built with a connector or module that its vendor has given up.",
    rationale: """
      The platform moves on without it: the next release may not load it, and what it does at a \
      border, such as signing on, fails for everybody at once.
      """,
    detection: """
      `technology` of a part of our own names a part of the data file with deprecated connectors and \
      modules. One finding for each such part; the evidence gives since when, the source, and the day \
      of its last check.
      """,
    remedy: "Replace it by what its vendor names as the successor, before the platform drops it.",
    falsePositives: "A version of the platform is in use that still supports it, and will stay so.",
    question: "Which release of the platform is the last one that loads it?",
    references: ["Mendix Documentation, release notes and deprecations of platform modules"],
    examples: [
      RuleExample(
        "the portal signs on through a module that has been given up",
        """
        apps:
          portal: { name: Portal, technology: ⟦"Mendix 10, Mendix SSO"⟧ }
        """),
      RuleExample(
        "the portal uses its successor",
        """
        apps:
          portal: { name: Portal, technology: "Mendix 10, OIDC SSO" }
        """),
      RuleExample(
        "one finding a part, wherever it is used",
        """
        apps:
          portal: { name: Portal, technology: Mendix 10 + Mendix SSO }
          claims: { name: Claims, technology: ⟦Mendix 9 + Mendix SSO⟧ }
          letters: { name: Letters, technology: ⟦Mendix 9 (Deep Link module)⟧ }
          old: { name: Old portal, technology: Mendix 8 + Mendix SSO, lifecycle: retired }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func wasGivenUp(_ part: DeprecatedPart, _ ids: [ElementID]) -> Self {
    """
    '\(part.part)' is deprecated since \(part.since), and \(Wording.count(ids.count, "part")) \
    \(ids.count == 1 ? "uses" : "use") it: \(Wording.list(ids.map(\.text)))
    """
  }
}
