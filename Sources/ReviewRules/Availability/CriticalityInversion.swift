public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that more critical ones cannot work without.
public struct CriticalityInversion: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    let criticality = Self.criticalities(of: subject)
    for vertex in solution.elements.indices {
      var users: [SolutionGraph.Leg] = []
      var missing: [ElementPath] = []
      var judged = false
      for leg in subject.graph.legs(into: vertex)
      where subject.graph.traits[leg.link].isHard && solution.elements[leg.source].kind != .person {
        guard let own = criticality[vertex], let using = criticality[leg.source] else {
          missing += [vertex, leg.source].filter { criticality[$0] == nil }
            .map { .element(solution.elements[$0].id, "criticality") }
          continue
        }
        judged = true
        if using > own { users.append(leg) }
      }
      let id = solution.elements[vertex].id
      if judged { verdicts.used(.element(id, "criticality")) }
      if let own = criticality[vertex], !users.isEmpty {
        verdicts.fail(Self.finding(id, own, users, criticality, in: solution))
      } else if !missing.isEmpty {
        verdicts.unknown(.element(id), missing: missing)
      } else if judged {
        verdicts.pass(.element(id))
      }
    }
  }

  /// By vertex; only for elements that a hard link touches.
  private static func criticalities(of subject: ReviewSubject) -> [Criticality?] {
    let solution = subject.solution
    var known = [Criticality?](repeating: nil, count: solution.elements.count)
    var asked = [Bool](repeating: false, count: solution.elements.count)
    for leg in subject.graph.legs where subject.graph.traits[leg.link].isHard {
      for vertex in [leg.source, leg.destination] where !asked[vertex] {
        asked[vertex] = true
        known[vertex] = solution.criticality(of: solution.elements[vertex]).value
      }
    }
    return known
  }

  private static func finding(
    _ id: ElementID, _ own: Criticality, _ legs: [SolutionGraph.Leg], _ criticality: [Criticality?],
    in solution: Solution
  ) -> Finding {
    let users = legs.map { leg in
      (
        link: solution.links[leg.link], element: solution.elements[leg.source].id,
        criticality: criticality[leg.source] ?? own
      )
    }
    let most = users.dropFirst().reduce(users[0]) { $1.criticality > $0.criticality ? $1 : $0 }
    return Finding(
      descriptor,
      .isNeededByMoreCritical(
        id, own, most.element, most.criticality, others: Set(users.map(\.element)).count - 1),
      at: .element(id, "criticality"),
      roles: [Finding.Role("element", .element(id))]
        + Set(users.map(\.element)).map { Finding.Role("user", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: [most.link]),
        figures: [
          .init("criticality of '\(id)'", own.rawValue),
          .init("criticality of '\(most.element)'", most.criticality.rawValue),
          Evidence.Figure("need", most.link.effectiveNeed),
        ].compactMap { $0 }),
      related: users.map {
        Finding.Related(
          .link($0.link.id), "'\($0.element)' is \($0.criticality.rawValue) and needs it")
      })
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
    _ id: ElementID, _ own: Criticality, _ user: ElementID, _ criticality: Criticality, others: Int
  ) -> Self {
    let more = others == 0 ? "" : " and \(Wording.count(others, "other"))"
    return """
      '\(id)' is \(own.rawValue), and '\(user)' (\(criticality.rawValue))\(more) cannot work \
      without it
      """
  }
}
