public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds learned models in flows of which nobody says which version answers.
public struct AiVersionUnpinned: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    for vertex in graph.solution.elements.indices where isLearned[vertex] {
      guard graph.placements[vertex].lifecycle != .retired,
        graph.solution.elements[vertex].kind != .store, Self.answers(vertex, in: graph)
      else { continue }
      guard let technology = graph.solution.elements[vertex].technology else {
        verdicts.unknown(missing: "technology", ofElement: vertex)
        continue
      }
      verdicts.used("technology", ofElement: vertex)
      if technology.utf8.contains(where: { (0x30...0x39).contains($0) }) {
        verdicts.pass()
      } else {
        verdicts.fail(
          Self.finding(
            graph.elementID(vertex), technology, isExternal: graph.placements[vertex].isExternal))
      }
    }
  }

  /// Whether something asks it.
  private static func answers(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    graph.legs(into: vertex).contains { graph.traits[$0.link].isStructural }
  }

  private static func finding(_ id: ElementID, _ technology: String, isExternal: Bool) -> Finding {
    Finding(
      descriptor, .isAnyVersion(id), at: .element(id, "technology"),
      level: isExternal ? .warning : nil, roles: [Finding.Role("engine", .element(id))],
      evidence: Evidence(figures: [
        .init("technology", technology),
        .init("run by", isExternal ? "somebody outside" : "the solution itself"),
      ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "ai-version-unpinned",
    title: "AI version not pinned",
    family: .devicesAndAI,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "Nothing says which version of a learned model gives the answers.",
    rationale: """
      Vendors replace a model behind an unchanged name, and withdraw it with some months of notice. \
      The same question then has another answer, no release of ours explains it, and no test was run.
      """,
    detection: """
      An element of type `ai`, or called by `ai-api`, that others use, and whose `technology` names no \
      number at all. A warning where somebody else runs it. Without `technology` it is unknown.
      """,
    remedy: """
      Name and pin the version, keep a set of questions with good answers, and run it before each \
      change of version.
      """,
    falsePositives: "Every answer is checked by a person who would notice.",
    question: "Which version answered last Tuesday, and how would a worse one be noticed?",
    references: [
      "Microsoft Azure Well-Architected Framework, AI workloads: operations",
      "NIST AI 100-1, Artificial Intelligence Risk Management Framework, MAP 4",
    ],
    examples: [
      RuleExample(
        "whatever the vendor runs today",
        """
        apps: { advisor: Advisor }
        systems:
          engine: { name: Engine, type: ai, technology: ⟦Large language model⟧, external: true }
        links:
          - { from: advisor, to: engine, via: ai-api, timeout: 20s }
        """),
      RuleExample(
        "a version that was tried",
        """
        apps: { advisor: Advisor }
        systems:
          engine: { name: Engine, type: ai, technology: Large language model 4.1, external: true }
        links:
          - { from: advisor, to: engine, via: ai-api, timeout: 20s }
        """),
      RuleExample(
        "one of our own, one that nobody asks, and one that says nothing",
        """
        apps:
          advisor: Advisor
          wear: { name: Wear model, type: ai, technology: ⟦Gradient boosting⟧ }
          trial: { name: Trial, type: ai, technology: Gradient boosting }
          silent: { name: Silent, type: ai }
        links:
          - { from: advisor, to: wear, via: rest, timeout: 1s }
          - { from: advisor, to: silent, via: rest, timeout: 1s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isAnyVersion(_ id: ElementID) -> Self {
    "learned model \(Wording.name(id)) is used in whatever version runs today"
  }
}
