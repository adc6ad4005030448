public import JSONText
public import SolutionGraph
import SolutionModel

/// How long each flow takes.
public struct LatencySection: FigureSection {
  public static let name = "latency"
  public static let title = "Latency"
  public static let summary =
    "the time that each flow takes, its critical path, and the worst that timeouts and retries allow"

  private let flows: [FlowLatency]
  private let worstCases: [FlowWorstCase]
  private let inversions: [FlowID: [SolutionGraph.TimeoutInversion]]

  public init(of graph: SolutionGraph) {
    flows = graph.solution.flows.map(graph.latency)
    worstCases = graph.solution.flows.map { graph.worstCase(of: $0) }
    let all = graph.timeoutInversions()
    inversions = Dictionary(
      uniqueKeysWithValues: graph.solution.flows.map { flow in
        let links = Set(flow.uses.map(\.link))
        return (
          flow.id, all.filter { ($0.flow ?? flow.id) == flow.id && links.contains($0.outer) }
        )
      })
  }

  public var tables: [FigureTable] { [flowTable, pathTable, worstTable] }

  private var flowTable: FigureTable {
    FigureTable(
      "Latency of the flows", reading: "lower is better; the sum of p95 times is an upper bound",
      columns: [
        .words("flow"), .figures("p95"), .figures("target"), .figures("used"),
        .figures("unknown steps"), .words("largest contributors"),
      ],
      rows: flows.map(row), whenEmpty: "the model has no flows")
  }

  private func row(_ flow: FlowLatency) -> [String] {
    [
      flow.flow.text,
      flow.parts.isEmpty ? "unknown" : QuantityWords.duration(flow.total),
      flow.target.map(QuantityWords.duration) ?? "",
      flow.target.map { Self.percent(flow.total / $0) } ?? "", String(flow.missing.count),
      flow.contributors.prefix(3).map { "\($0.subject.name) \(Self.percent($0.share))" }
        .joined(separator: ", "),
    ]
  }

  private static func percent(_ share: Double) -> String {
    share < 1000 ? QuantityWords.decimal(share * 100, places: 0) + " %" : "far over"
  }

  private var pathTable: FigureTable {
    FigureTable(
      "Critical paths",
      reading: "the steps that a flow waits for, in their order; of parallel branches the slowest",
      columns: [
        .words("flow"), .words("step"), .figures("once"), .figures("times"), .figures("together"),
      ],
      rows: flows.flatMap { flow in
        flow.parts.enumerated().map { place, part in
          [
            place == 0 ? flow.flow.text : "",
            part.subject.name + (part.includesWire ? "" : " (without the wire)"),
            QuantityWords.duration(part.duration), part.times == .max ? "∞" : String(part.times),
            QuantityWords.duration(seconds: Self.seconds(part)),
          ]
        }
      }, usualRowCount: 20, whenEmpty: "no step of a flow declares a time")
  }

  private static func seconds(_ part: FlowLatency.Part) -> Double {
    part.duration / .seconds(1) * Double(part.times)
  }

  private var worstTable: FigureTable {
    FigureTable(
      "When everything times out",
      reading:
        "worst: all attempts of the outermost calls up to their timeouts; attempts: how often the innermost call can be tried for one request",
      columns: [
        .words("flow"), .figures("worst"), .figures("attempts"), .figures("without timeout"),
        .words("gives up too early"),
      ],
      rows: worstCases.map { worst in
        [
          worst.flow.text,
          (worst.unbounded.isEmpty ? "" : "at least ") + QuantityWords.duration(worst.total),
          worst.amplification == .max ? "∞" : String(worst.amplification),
          String(worst.unbounded.count),
          (inversions[worst.flow] ?? []).map(\.outer.text).joined(separator: ", "),
        ]
      }, whenEmpty: "the model has no flows")
  }

  public var assumptions: [String] {
    [
      "steps whose time nobody declares take none", "optional steps are taken",
      "the first wait before a retry is 200 ms, without jitter; the backoff says how waits grow",
      "calls without a timeout end by themselves",
    ]
  }

  public static let schema = SchemaForm.map(
    to: SchemaForm.object([
      "totalMs": SchemaForm.number,
      "targetMs": SchemaForm.optionalNumber,
      "parts": SchemaForm.described(
        SchemaForm.list(
          of: SchemaForm.object([
            "subject": SchemaForm.text, "durationMs": SchemaForm.number, "times": SchemaForm.count,
            "includesWire": SchemaForm.flag,
          ])), "The critical path, in the order of the steps."),
      "contributors": SchemaForm.list(
        of: SchemaForm.object([
          "subject": SchemaForm.text, "durationMs": SchemaForm.number,
          "share": SchemaForm.number,
        ])),
      "missing": SchemaForm.list(of: SchemaForm.text),
      "worstCase": SchemaForm.object([
        "totalMs": SchemaForm.number, "unbounded": SchemaForm.list(of: SchemaForm.text),
        "calls": SchemaForm.list(
          of: SchemaForm.object([
            "link": SchemaForm.text, "attempts": SchemaForm.count, "times": SchemaForm.count,
            "durationMs": SchemaForm.number,
          ])),
        "amplification": SchemaForm.count,
        "amplifiedCalls": SchemaForm.list(of: SchemaForm.text),
        "inversions": SchemaForm.list(
          of: SchemaForm.object([
            "outer": SchemaForm.text, "inner": SchemaForm.list(of: SchemaForm.text),
            "timeoutMs": SchemaForm.number, "innerWorstMs": SchemaForm.number,
          ])),
      ]),
    ]))

  public var value: JSONValue {
    .object(
      zip(flows, worstCases).lazy.map { flow, worst in
        (
          flow.flow.text,
          [
            "totalMs": Self.milliseconds(flow.total),
            "targetMs": .figure(flow.target.map { $0 / .milliseconds(1) }, places: 3),
            "parts": .array(flow.parts.map(part)),
            "contributors": .array(
              flow.contributors.map {
                [
                  "subject": .string($0.subject.description),
                  "durationMs": Self.milliseconds($0.duration), "share": .figure($0.share),
                ]
              }),
            "missing": .strings(flow.missing.map(\.description)),
            "worstCase": value(of: worst),
          ]
        )
      })
  }

  private func value(of worst: FlowWorstCase) -> JSONValue {
    [
      "totalMs": Self.milliseconds(worst.total),
      "unbounded": .strings(worst.unbounded.map(\.text)),
      "calls": .array(
        worst.parts.map {
          [
            "link": .string($0.link.text), "attempts": .integer($0.attempts),
            "times": .integer($0.times), "durationMs": Self.milliseconds($0.duration),
          ]
        }),
      "amplification": .integer(worst.amplification),
      "amplifiedCalls": .strings(worst.amplifiedCalls.map(\.text)),
      "inversions": .array(
        (inversions[worst.flow] ?? []).map {
          [
            "outer": .string($0.outer.text), "inner": .strings($0.inner.map(\.text)),
            "timeoutMs": Self.milliseconds($0.outerTimeout),
            "innerWorstMs": Self.milliseconds($0.innerWorstTime),
          ]
        }),
    ]
  }

  private static func milliseconds(_ duration: Duration) -> JSONValue {
    .figure(duration / .milliseconds(1), places: 3)
  }

  private func part(_ part: FlowLatency.Part) -> JSONValue {
    [
      "subject": .string(part.subject.description),
      "durationMs": Self.milliseconds(part.duration),
      "times": .integer(part.times),
      "includesWire": .bool(part.includesWire),
    ]
  }
}
