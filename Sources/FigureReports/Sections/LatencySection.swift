public import JSONText
public import SolutionGraph
import SolutionModel

/// How long each flow takes.
public struct LatencySection: FigureSection {
  public static let name = "latency"
  public static let title = "Latency"
  public static let summary = "the time that each flow takes, and what takes most of it"

  private let flows: [FlowLatency]

  public init(of graph: SolutionGraph) { flows = graph.solution.flows.map(graph.latency) }

  public var tables: [FigureTable] {
    [
      FigureTable(
        "Latency of the flows", reading: "lower is better; the sum of p95 times is an upper bound",
        columns: [
          .words("flow"), .figures("p95"), .figures("target"), .figures("unknown steps"),
          .words("longest steps"),
        ],
        rows: flows.map(row), whenEmpty: "the model has no flows")
    ]
  }

  private func row(_ flow: FlowLatency) -> [String] {
    let longest = flow.parts.enumerated().sorted { left, right in
      let (one, other) = (time(left.element), time(right.element))
      return one == other ? left.offset < right.offset : one > other
    }
    return [
      flow.flow.text,
      flow.parts.isEmpty ? "unknown" : QuantityWords.duration(flow.total),
      flow.target.map(QuantityWords.duration) ?? "", String(flow.missing.count),
      longest.prefix(2).map(\.element.subject.name).joined(separator: ", "),
    ]
  }

  private func time(_ part: FlowLatency.Part) -> Double {
    part.duration / .milliseconds(1) * Double(part.times)
  }

  public var assumptions: [String] {
    ["steps whose time nobody declares take none", "optional steps are taken"]
  }

  public static let schema = SchemaForm.map(
    to: SchemaForm.object([
      "totalMs": SchemaForm.number,
      "targetMs": SchemaForm.optionalNumber,
      "parts": SchemaForm.list(
        of: SchemaForm.object([
          "subject": SchemaForm.text, "durationMs": SchemaForm.number, "times": SchemaForm.count,
          "includesWire": SchemaForm.flag,
        ])),
      "missing": SchemaForm.list(of: SchemaForm.text),
    ]))

  public var value: JSONValue {
    .object(
      flows.lazy.map { flow in
        (
          flow.flow.text,
          [
            "totalMs": .figure(flow.total / .milliseconds(1), places: 3),
            "targetMs": .figure(flow.target.map { $0 / .milliseconds(1) }, places: 3),
            "parts": .array(flow.parts.map(part)),
            "missing": .strings(flow.missing.map(\.description)),
          ]
        )
      })
  }

  private func part(_ part: FlowLatency.Part) -> JSONValue {
    [
      "subject": .string(part.subject.description),
      "durationMs": .figure(part.duration / .milliseconds(1), places: 3),
      "times": .integer(part.times),
      "includesWire": .bool(part.includesWire),
    ]
  }
}
