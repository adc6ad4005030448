public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds systems whose apps are nearly all linked with each other.
public struct DenseSystem: Rule {
  /// The largest share of all possible dependencies among the apps of a system.
  public var maximumDensity = 0.3
  /// The most other apps of its system that an app is linked with, on average.
  public var maximumDegree = 4.0

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .number(
      "maximum-density", \.maximumDensity, in: 0.01...1,
      "The largest share of the possible dependencies among the apps of a system (from 0 to 1)"),
    .number(
      "maximum-degree", \.maximumDegree, in: 1...100,
      "The most dependencies that an app of a system may have there on average (dependencies)"),
  ]

  /// Fewer apps are easily all linked with each other, and do no harm by it.
  private static let fewestApps = 6

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var apps: [Int: Int] = [:]
    for vertex in graph.placements.indices where Self.isApp(vertex, in: graph) {
      if let system = graph.placements[vertex].system { apps[system, default: 0] += 1 }
    }
    apps = apps.filter { $0.value >= Self.fewestApps }
    guard !apps.isEmpty else { return }
    let pairs = Self.pairs(within: apps, of: graph)
    for (system, count) in apps.sorted(by: { $0.key < $1.key }) {
      let number = pairs[system] ?? 0
      let density = Double(number) / Double(count * (count - 1))
      let degree = 2 * Double(number) / Double(count)
      if density > maximumDensity || degree > maximumDegree {
        verdicts.fail(finding(system, count, number, density, degree, in: graph))
      } else {
        verdicts.pass()
      }
    }
  }

  private static func isApp(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    graph.solution.elements[vertex].kind == .application
  }

  /// By system, how many ordered pairs of its apps depend on each other.
  private static func pairs(within apps: [Int: Int], of graph: SolutionGraph) -> [Int: Int] {
    var isSeen: Set<[Int]> = []
    var pairs: [Int: Int] = [:]
    for dependency in graph.dependencies() {
      let near = graph.placements[dependency.dependent].host
      let far = graph.placements[dependency.dependency].host
      guard near != far, let system = graph.placements[near].system, apps[system] != nil,
        graph.placements[far].system == system, isApp(near, in: graph), isApp(far, in: graph),
        isSeen.insert([near, far]).inserted
      else { continue }
      pairs[system, default: 0] += 1
    }
    return pairs
  }

  private func finding(
    _ system: Int, _ apps: Int, _ pairs: Int, _ density: Double, _ degree: Double,
    in graph: SolutionGraph
  ) -> Finding {
    let id = graph.elementID(system)
    return Finding(
      Self.descriptor, .isDense(id, apps, pairs, density), at: .element(id),
      evidence: Evidence(figures: [
        .init("apps", "\(apps)"), .init("dependencies among them", "\(pairs)"),
        .init(
          "density",
          Wording.decimal(density, places: 2)
            + " (limit \(Wording.decimal(maximumDensity, places: 2)))",
          basis: "\(pairs) of \(apps * (apps - 1))"),
        .init(
          "dependencies of an app on average",
          Wording.decimal(degree, places: 1)
            + " (limit \(Wording.decimal(maximumDegree, places: 1)))"),
      ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "dense-system",
    title: "Dense system",
    family: .coupling,
    level: .note,
    profile: .strict,
    quality: .maintainability,
    summary: "The apps of a system are linked so closely that they are one app in pieces.",
    rationale: """
      Where each app talks to each other one, none can change alone, and the borders between them \
      cost calls, contracts and outages without setting anybody free.
      """,
    detection: """
      A system with 6 apps or more, p ordered pairs of which depend on each other: p ÷ (n(n−1)) > \
      `maximum-density`, or 2p ÷ n > `maximum-degree`. Stores, channels and people are not counted; \
      modules count as their app, and what lies in an inner system counts there.
      """,
    remedy: """
      Cut anew: join apps that change together, and move work so that each answers a whole \
      question. A good cut needs few links.
      """,
    falsePositives: """
      The model shows every call of a platform whose apps are small by design and released as one.
      """,
    question: "Which two of these apps were last released without the others?",
    references: [
      "Sam Newman, Building Microservices, second edition, 2021: coupling and cohesion",
      "Larry Constantine, Edward Yourdon, Structured Design, 1979",
    ],
    examples: [
      RuleExample(
        "six apps with ten of thirty dependencies",
        """
        systems:
          ⟦office⟧:
            apps: { a: A, b: B, c: C, d: D, e: E, f: F }
        links:
          - { from: a, to: b }
          - { from: a, to: c }
          - { from: a, to: d }
          - { from: a, to: e }
          - { from: b, to: c }
          - { from: b, to: d }
          - { from: b, to: f }
          - { from: c, to: d }
          - { from: c, to: e }
          - { from: d, to: f }
        """),
      RuleExample(
        "six apps with six",
        """
        systems:
          office:
            apps: { a: A, b: B, c: C, d: D, e: E, f: F }
        links:
          - { from: a, to: b }
          - { from: a, to: c }
          - { from: a, to: d }
          - { from: b, to: e }
          - { from: c, to: f }
          - { from: d, to: f }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func isDense(_ id: ElementID, _ apps: Int, _ pairs: Int, _ density: Double)
    -> Self
  {
    """
    the \(apps) apps of '\(id)' have \(pairs) dependencies on each other, \
    \(Wording.decimal(density * 100, places: 0)) % of what is possible
    """
  }
}
