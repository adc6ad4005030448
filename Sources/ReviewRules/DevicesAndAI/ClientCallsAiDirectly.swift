public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds browsers and devices that call a vendor's learned model themselves.
public struct ClientCallsAiDirectly: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    let isDevice = graph.devices()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last,
        isLearned[last.destination], !isLearned[first.source],
        graph.traits[link].category != .userInterface,
        graph.solution.elements[first.source].kind != .person
      else { continue }
      let isClient = isDevice[first.source] || Self.runsAtUser(first.source, in: graph)
      if isClient, graph.solution.links[link].through.isEmpty {
        verdicts.fail(
          Self.finding(
            graph.solution.links[link],
            isExternal: graph.placements[last.destination].isExternal))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether the program runs where its user can look into it.
  private static func runsAtUser(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    if graph.solution.elements[vertex].type == .mobile { return true }
    let zone = graph.placements[vertex].zone.flatMap(graph.solution.zone)
    return zone?.trust == .internet && !graph.placements[vertex].isExternal
  }

  private static func finding(_ link: Link, isExternal: Bool) -> Finding {
    Finding(
      descriptor, .handsOutKey(link), at: .link(link.id), level: isExternal ? nil : .note,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          .init("stops on the way", "0"),
          .init("run by", isExternal ? "somebody outside" : "the solution itself"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "client-calls-ai-directly",
    title: "Client calls AI directly",
    family: .devicesAndAI,
    level: .warning,
    quality: .security,
    summary: "A program at the user calls a learned model with nothing of our own between them.",
    rationale: """
      The key is in every copy of the program, and so is the prompt. Whoever takes them out uses the \
      engine on our bill, and nothing of ours sees what is asked or answered.
      """,
    detection: """
      A link in use leads from an app of type `mobile`, a device, or an app in a zone of trust \
      `internet` to an element of type `ai`, or by `ai-api`, without anything in `through`. A note \
      where the engine is run by the solution itself.
      """,
    remedy: """
      Call a service of our own that holds the key, checks who asks, limits how much, and keeps a \
      record.
      """,
    falsePositives: "The model runs inside the app: then it is `ai-embedded`, in the app itself.",
    question: "What would it cost if somebody took the key out of the app tonight?",
    references: [
      "OWASP Top 10 for LLM Applications 2025, LLM10: Unbounded Consumption",
      "OWASP Mobile Top 10 2024, M1: Improper Credential Usage",
    ],
    examples: [
      RuleExample(
        "the tour app talks to the vendor",
        """
        apps: { tour: { name: Tour app, type: mobile } }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        links:
          - ⟦tour -> engine⟧: asks for advice
            via: ai-api
            timeout: 20s
        """),
      RuleExample(
        "the tour app asks the advisor, which asks the vendor",
        """
        apps:
          tour: { name: Tour app, type: mobile }
          advisor: { name: Advisor, type: service }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        links:
          - { from: tour, to: advisor, via: rest, timeout: 25s }
          - { from: advisor, to: engine, via: ai-api, timeout: 20s }
        """),
      RuleExample(
        "a gateway on the way, and a device",
        """
        apps:
          tour: { name: Tour app, type: mobile }
          gate: { name: Gateway, type: gateway }
        systems:
          engine: { name: Language engine, type: ai, external: true }
          cameras: { name: Cameras, type: device-fleet }
        links:
          - { from: tour, to: engine, via: ai-api, timeout: 20s, through: [gate] }
          - ⟦cameras -> engine⟧: asks what is to be seen
            via: ai-api
            timeout: 20s
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func handsOutKey(_ link: Link) -> Self {
    "'\(link.source)' runs at its users and calls '\(link.destination)' with nothing between them"
  }
}
