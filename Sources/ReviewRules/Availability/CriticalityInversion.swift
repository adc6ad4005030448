public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that more critical ones cannot work without.
public struct CriticalityInversion: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let needs = graph.legs.filter {
      graph.traits[$0.link].isHard && graph.solution.elements[$0.source].kind != .person
    }
    var isAsked = [Bool](repeating: false, count: graph.placements.count)
    var isUnknown = isAsked
    var isNeeded = isAsked
    var inverted: [Int: [SolutionGraph.Leg]] = [:]
    for need in needs {
      isNeeded[need.destination] = true
      for end in [need.source, need.destination] { isAsked[end] = true }
      guard let using = graph.placements[need.source].criticality,
        let used = graph.placements[need.destination].criticality
      else {
        isUnknown[need.destination] = true
        continue
      }
      if using > used { inverted[need.destination, default: []].append(need) }
    }
    for vertex in isAsked.indices where isAsked[vertex] {
      if graph.placements[vertex].criticality == nil {
        verdicts.lacks("criticality", ofElement: vertex)
      } else {
        verdicts.used("criticality", ofElement: vertex)
      }
      guard isNeeded[vertex] else { continue }
      if let uses = inverted[vertex] {
        verdicts.fail(Self.finding(vertex, uses, in: graph))
      } else if isUnknown[vertex] {
        verdicts.unknown(missing: [])
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ vertex: Int, _ uses: [SolutionGraph.Leg], in graph: SolutionGraph)
    -> Finding
  {
    func criticality(_ vertex: Int) -> Fact<Criticality> {
      graph.solution.criticality(of: graph.element(vertex))
    }
    func label(_ vertex: Int) -> String { graph.placements[vertex].criticality?.rawValue ?? "" }
    let id = graph.elementID(vertex)
    let rank = { (use: SolutionGraph.Leg) in graph.placements[use.source].criticality?.rank ?? 0 }
    let most = uses.reduce(uses[0]) { rank($1) > rank($0) ? $1 : $0 }
    let user = graph.elementID(most.source)
    let link = graph.solution.links[most.link]
    let users = Set(uses.map { graph.elementID($0.source) })
    return Finding(
      descriptor,
      .isNeededByMoreCritical(id, label(vertex), user, label(most.source), others: users.count - 1),
      at: .element(id, "criticality"),
      roles: [Finding.Role("element", .element(id))]
        + users.map { Finding.Role("user", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("criticality of '\(id)'", criticality(vertex)),
          Evidence.Figure("criticality of '\(user)'", criticality(most.source)),
          Evidence.Figure("need", link.effectiveNeed),
        ].compactMap { $0 }),
      related: uses.map {
        Finding.Related(
          .link(graph.linkID($0.link)),
          "'\(graph.elementID($0.source))' is \(label($0.source)) and needs it")
      },
      causes: [.element(id)],
      cures: [Cure(uses.prefix(20).map { .fallBack(graph.linkID($0.link), to: .disable) })])
  }

  public static let descriptor = RuleDescriptor(
    id: "criticality-inversion",
    title: "Criticality inversion",
    family: .availability,
    level: .warning,
    quality: .reliability,
    summary: "An element cannot work without another that is run as less critical.",
    rationale: """
      Criticality decides about support hours, redundancy and how fast somebody comes. What a \
      critical part cannot do without is as critical as that part, whatever its label says; the \
      label only decides how surprised everybody is.
      """,
    detection: """
      A hard link in use whose source has a higher `criticality` than its destination, each its \
      own or that of what lies around it. One finding for each less critical element. A missing \
      criticality makes it unknown.
      """,
    remedy: """
      Run the needed element at the criticality of those who need it, or make the link soft: a \
      copy, a queue or a default answer while it is down (`fallback`).
      """,
    falsePositives:
      "The link serves a side function of the critical element only: declare `need: soft`.",
    question:
      "Who is called at night when this element fails, and does that fit those who need it?",
    explainedBy: ["single-point-of-failure"],
    references: [
      "Azure Well-Architected Framework, Failure mode analysis: https://learn.microsoft.com/azure/well-architected/reliability/failure-mode-analysis"
    ],
    examples: [
      RuleExample(
        "orders stop with a side system",
        """
        apps:
          ordering: { name: Ordering, criticality: core }
          loyalty: { name: Loyalty points, criticality: ⟦low⟧ }
        links:
          - ordering -> loyalty: asks for the discount
            via: rest
            timeout: 1s
        """),
      RuleExample(
        "without points the order goes through at full price",
        """
        apps:
          ordering: { name: Ordering, criticality: core }
          loyalty: { name: Loyalty points, criticality: low }
        links:
          - ordering -> loyalty: asks for the discount
            via: rest
            timeout: 1s
            fallback: static
        """),
    ])
}

extension Finding.Message {
  fileprivate static func isNeededByMoreCritical(
    _ id: ElementID, _ own: String, _ user: ElementID, _ criticality: String, others: Int
  ) -> Self {
    let more = others == 0 ? "" : " and \(Wording.count(others, "other"))"
    return """
      '\(id)' is \(own), and '\(user)' (\(criticality))\(more) cannot work \
      without it
      """
  }
}
