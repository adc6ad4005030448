public import JSONText
public import SolutionGraph
import SolutionModel

/// How much of the time each flow can run.
public struct AvailabilitySection: FigureSection {
  public static let name = "availability"
  public static let title = "Availability"
  public static let summary = "the share of the time in which each flow can run"

  private let flows: [FlowAvailability]

  public init(of graph: SolutionGraph) { flows = graph.flowAvailabilities() }

  public var tables: [FigureTable] {
    [
      FigureTable(
        "Availability of the flows",
        reading: "higher is better; budget used: 100 % is all the downtime that the target allows",
        columns: [
          .words("flow"), .figures("availability"), .figures("target"), .figures("budget used"),
          .words("lost most by"),
        ],
        rows: inOrder.map(row), whenEmpty: "the model has no flows")
    ]
  }

  /// Those furthest from their targets first, then those without one.
  private var inOrder: [FlowAvailability] {
    flows.enumerated().sorted { left, right in
      let (one, other) = (left.element.budgetShare ?? -1, right.element.budgetShare ?? -1)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  private func row(_ flow: FlowAvailability) -> [String] {
    [
      flow.flow.text,
      flow.parts.isEmpty
        ? "unknown"
        : (flow.missing.isEmpty ? "" : "at most ") + QuantityWords.percent(flow.availability),
      flow.target.map(QuantityWords.percent) ?? "",
      flow.budgetShare.map { QuantityWords.decimal($0 * 100, places: 0) + " %" } ?? "",
      flow.parts.prefix(3).map(\.element.text).joined(separator: ", "),
    ]
  }

  public var assumptions: [String] {
    [
      "elements fail independently of each other",
      "elements without a declared availability count as always up",
    ]
  }

  public static let schema = SchemaForm.map(
    to: SchemaForm.object([
      "availability": SchemaForm.share,
      "target": SchemaForm.optionalShare,
      "budgetUsed": SchemaForm.optionalNumber,
      "parts": SchemaForm.map(
        to: SchemaForm.object([
          "availability": SchemaForm.share, "budgetUsed": SchemaForm.optionalNumber,
          "neededBy": SchemaForm.optionalText,
        ])),
      "missing": SchemaForm.list(of: SchemaForm.text),
      "deferred": SchemaForm.list(of: SchemaForm.text),
    ]))

  public var value: JSONValue {
    .object(
      flows.lazy.map { flow in
        (
          flow.flow.text,
          [
            "availability": .figure(flow.availability.fraction, places: 9),
            "target": .figure(flow.target?.fraction, places: 9),
            "budgetUsed": .figure(flow.budgetShare),
            "parts": .object(flow.parts.lazy.map { ($0.element.text, part($0)) }),
            "missing": .strings(flow.missing.map(\.text)),
            "deferred": .strings(flow.deferred.map(\.text)),
          ]
        )
      })
  }

  private func part(_ part: FlowAvailability.Part) -> JSONValue {
    [
      "availability": .figure(part.availability.fraction, places: 9),
      "budgetUsed": .figure(part.budgetShare),
      "neededBy": JSONValue(part.neededBy?.text),
    ]
  }
}
