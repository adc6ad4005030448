public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds things that the author still wanted to find out.
public struct TodoOpen: Rule {
  /// From how many open points on they are one finding.
  public var foldFrom = 6

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many open points on they are one finding (points)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let open = Self.open(in: subject.solution)
    if open.count >= foldFrom {
      verdicts.fail(
        Finding(
          Self.descriptor, .areOpen(open.count), at: ElementPath(.solution),
          roles: [Finding.Role("scope", .solution)],
          evidence: Evidence(figures: [.init("open points", "\(open.count)")]),
          related: open.prefix(Self.shown).map {
            Finding.Related(ElementPath($0, "todo"), "is not finished")
          }))
    } else {
      for subject in open {
        verdicts.fail(
          Finding(Self.descriptor, .isOpen(subject), at: ElementPath(subject, "todo")))
      }
    }
  }

  /// What has a `todo`, in the order of the lists.
  private static func open(in solution: Solution) -> [ElementPath.Subject] {
    var open: [ElementPath.Subject] = solution.todo == nil ? [] : [.solution]
    for index in solution.elements.indices where solution.elements[index].todo != nil {
      open.append(.element(solution.elements[index].id))
    }
    for index in solution.links.indices where solution.links[index].record.todo != nil {
      open.append(.link(solution.links[index].id))
    }
    open += solution.data.filter { $0.todo != nil }.map { .data($0.id) }
    open += solution.flows.filter { $0.todo != nil }.map { .flow($0.id) }
    return open
  }

  private static let shown = 50

  public static let descriptor = RuleDescriptor(
    id: "todo-open",
    title: "Open point",
    family: .model,
    level: .note,
    profile: .strict,
    quality: .functionalSuitability,
    summary: "The author left a note that something is still to be found out.",
    rationale: """
      A note to oneself is a good habit while one draws. Before others decide by the model, each has \
      to be answered, or be known to them as open.
      """,
    detection: """
      The solution, an element, a link, a data entity or a flow has a `todo`. From `fold-from` on they \
      are one finding. The text of the note is left where it is.
      """,
    remedy: "Find it out and take the note away, or make a finding of somebody’s work of it.",
    falsePositives:
      "The model is a draft: this rule belongs to the strict profile for that reason.",
    question: "Who knows the answer, and has anybody asked?",
    references: ["Structurizr, inspections of a workspace before it is published"],
    examples: [
      RuleExample(
        "a question is left at the stock",
        """
        apps:
          shop: Web shop
          stock: { name: Stock, todo: ⟦ask whether it answers at night⟧ }
        """),
      RuleExample(
        "it has been answered",
        """
        apps:
          shop: Web shop
          stock: { name: Stock, service-hours: 24x7 }
        """),
      RuleExample(
        "links, data and flows may have one, and many are one finding",
        """
        solution: ⟦Example⟧
        todo: name the owner
        apps: { a: { todo: one }, b: { todo: two } }
        data: { order: { master: a, todo: three } }
        links:
          - { from: a, to: b, via: rest, timeout: 1s, todo: four }
        flows:
          order: { steps: [a -> b], todo: five }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isOpen(_ subject: ElementPath.Subject) -> Self {
    subject == .solution
      ? "the solution has an open point" : "\(subject.kind) '\(subject.name)' has an open point"
  }

  fileprivate static func areOpen(_ count: Int) -> Self { "the model has \(count) open points" }
}
