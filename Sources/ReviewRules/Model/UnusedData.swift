public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that no link carries and no element keeps.
public struct UnusedData: Rule {
  /// From how many unused data entities they are one finding.
  public var foldFrom = 4

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "fold-from", \.foldFrom, in: 2...1000,
      "From how many unused data entities they are one finding (data entities)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    guard subject.isWhole else { return }
    let unused = subject.graph.unusedData().filter { !$0.isKept }.map(\.data)
    let isUnused = Set(unused)
    for object in subject.solution.data where !isUnused.contains(object.id) {
      verdicts.pass()
    }
    if unused.count < foldFrom {
      for data in unused {
        verdicts.fail(Finding(Self.descriptor, .isUnused(data), at: .data(data)))
      }
    } else {
      verdicts.fail(
        Finding(
          Self.descriptor, .areUnused(unused), at: ElementPath(.solution),
          related: unused.map { Finding.Related(.data($0), "is not used") }))
    }
  }

  public static let descriptor = RuleDescriptor(
    id: "unused-data",
    title: "Unused data",
    family: .model,
    level: .note,
    quality: .functionalSuitability,
    summary: "No link in use carries a data entity, and no element keeps it.",
    rationale: """
      Where data runs is what most questions about privacy, copies and masters rest on. A data entity \
      that is nowhere either stands for links that do not say what they carry, or for nothing.
      """,
    detection: """
      A data entity that no link in use names in `carries`, without `master` and `copies`. Several are \
      one finding (setting `fold-from`).
      """,
    remedy:
      "Name it in `carries` of the links that transport it, give it a `master`, or take it out.",
    falsePositives:
      "The model lists the data first and the links later: the finding goes by itself.",
    question: "Which screen, file or message shows it?",
    references: ["Threagile, risk rule: unnecessary data asset"],
    examples: [
      RuleExample(
        "no link carries prices",
        """
        apps: { shop: Web shop, stock: Stock }
        data:
          order: Order
          ⟦price⟧: Price
        links:
          - { from: shop, to: stock, via: queue, carries: [order] }
        """),
      RuleExample(
        "orders travel and prices rest in the shop",
        """
        apps: { shop: Web shop, stock: Stock }
        data:
          order: Order
          price: { master: shop }
        links:
          - { from: shop, to: stock, via: queue, carries: [order] }
        """),
      RuleExample(
        "many are one finding",
        """
        solution: ⟦Example⟧
        apps: { shop: Web shop }
        data: { a: A, b: B, c: C, d: D }
        """, testOnly: true),
      RuleExample(
        "a retired link carries nothing any more",
        """
        apps: { shop: Web shop, stock: Stock }
        data:
          ⟦order⟧: Order
        links:
          - { from: shop, to: stock, via: queue, carries: [order], status: retired }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isUnused(_ id: DataID) -> Self {
    "\(Wording.name(id)) is carried by no link and kept by no element"
  }

  fileprivate static func areUnused(_ ids: [DataID]) -> Self {
    """
    \(ids.count) data entities are carried by no link and kept by no element: \
    \(Wording.list(ids.map(\.text)))
    """
  }
}
