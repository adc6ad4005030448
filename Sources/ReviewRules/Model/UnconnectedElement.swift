public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that nothing uses and that use nothing.
public struct UnconnectedElement: Rule {
  /// From how many neighbours without a link they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many neighbouring elements without a link they are one finding (elements)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    guard subject.isWhole, graph.solution.elements.count > 1 else { return }
    let touched = Set(graph.legs.flatMap { [$0.source, $0.destination] })
    let lonely = Set(graph.unconnectedElements().compactMap(graph.solution.index(of:)))
      .filter { graph.placements[$0].lifecycle != .retired }
      .filter { !Self.around($0, in: graph).contains(where: touched.contains) }
    for vertex in graph.solution.elements.indices where !lonely.contains(vertex) {
      guard graph.solution.elements[vertex].kind != .module else { continue }
      guard graph.placements[vertex].lifecycle != .retired else { continue }
      verdicts.pass()
    }
    let outermost = lonely.filter { vertex in
      graph.placements[vertex].parent.map { !lonely.contains($0) } ?? true
    }
    if verdicts.passCount == 0, outermost.count > 1 {
      verdicts.fail(
        Finding(Self.descriptor, .nothingIsConnected(outermost.count), at: ElementPath(.solution)))
      return
    }
    for group in ElementGroup.gather(Array(outermost), in: graph, from: foldFrom) {
      verdicts.fail(Self.finding(group))
    }
  }

  /// What an element lies in, from the inside out.
  ///
  /// A link to a system that does not say to which of its parts it goes may go to any of them.
  private static func around(_ vertex: Int, in graph: SolutionGraph) -> [Int] {
    Array(sequence(first: vertex) { graph.placements[$0].parent }.dropFirst())
  }

  private static func finding(_ group: ElementGroup) -> Finding {
    let message: Finding.Message =
      group.single.map { .isUnconnected($0) } ?? .areUnconnected(group.members, in: group.scope)
    return Finding(
      descriptor, message, at: group.place, roles: [group.role],
      related: group.single == nil
        ? group.members.map { Finding.Related(.element($0), "has no link") } : [])
  }

  public static let descriptor = RuleDescriptor(
    id: "unconnected-element",
    title: "Unconnected element",
    family: .model,
    level: .note,
    quality: .functionalSuitability,
    summary: "No link, flow or dead letter touches an element.",
    rationale: """
      Either a link is missing, and then every analysis of failure, load and data is wrong about the \
      element, or it plays no part in this solution and draws the eye away from what does.
      """,
    detection: """
      A person, system, app, store or channel that is not retired, and that no link in use touches, at \
      either end or on the way, nor a step of a flow, nor a dead letter. What lies around a connected \
      element is connected, and so is what lies in a system that is itself the end of a link. Several \
      neighbours are one finding (setting `fold-from`), and so is a solution without any link.
      """,
    remedy: "Add the links that it has, or take it out of this solution.",
    falsePositives: """
      It is planned, and its links are not yet known: keep the finding as a reminder, or add links with \
      `status: idea`.
      """,
    question: "Who would notice if it were not there?",
    references: ["Structurizr, inspections: element not connected"],
    examples: [
      RuleExample(
        "the newsletter has no links",
        """
        apps:
          shop: Web shop
          stock: Stock
          ⟦newsletter⟧: Newsletter
        links:
          - shop -> stock: reserves articles
        """),
      RuleExample(
        "every app is used by another one",
        """
        apps:
          shop: Web shop
          stock: Stock
          newsletter: Newsletter
        links:
          - shop -> stock: reserves articles
          - shop -> newsletter: subscribes buyers
        """),
      RuleExample(
        "a solution without links is one finding",
        """
        solution: ⟦Example⟧
        apps: { shop: Web shop, stock: Stock, newsletter: Newsletter }
        """, testOnly: true),
      RuleExample(
        "many neighbours are one finding",
        """
        apps: { shop: Web shop, stock: Stock }
        systems:
          ⟦office⟧:
            apps: { a: A, b: B, c: C, d: D, e: E }
        links:
          - shop -> stock: reserves articles
          - shop -> e: sends mail
        """, testOnly: true),
      RuleExample(
        "parts of a linked system, stops on the way, dead letters and retired elements",
        """
        apps: { shop: Web shop, stock: Stock }
        systems:
          erp: { apps: { ledger: Ledger } }
          old: { lifecycle: retired }
        channels:
          bus: { type: bus }
          rejects: { type: queue }
        links:
          - { from: shop, to: erp, via: rest }
          - { from: shop, to: stock, via: queue, through: [bus], dead-letter: rejects }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isUnconnected(_ id: ElementID) -> Self {
    "\(Wording.name(id)) has no link to anything"
  }

  fileprivate static func areUnconnected(_ ids: [ElementID], in scope: ElementID?) -> Self {
    let place = scope.map { " of \(Wording.name($0))" } ?? ""
    return "\(ids.count) elements\(place) have no link: \(Wording.list(ids.map(\.text)))"
  }

  fileprivate static func nothingIsConnected(_ count: Int) -> Self {
    "none of the \(count) elements has a link to another"
  }
}
