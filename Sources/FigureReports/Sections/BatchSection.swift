public import JSONText
public import SolutionGraph
import SolutionModel

/// When batches run, how long they take, and where they get in one another's way.
public struct BatchSection: FigureSection {
  public static let name = "batch"
  public static let title = "Batch"
  public static let summary = "when batches run, how long, and whether they overlap or overrun"

  private static let years = 2
  private static let margin = 1.2

  private let graph: SolutionGraph
  private let runs: [BatchRun]
  private let overlaps: [BatchOverlap]
  private let orders: [BatchOrder]

  public init(of graph: SolutionGraph) {
    self.graph = graph
    runs = graph.batchRuns(inYears: Self.years)
    overlaps = graph.batchOverlaps(among: runs, margin: Self.margin) { _ in true }
    orders = graph.batchOrders(among: runs)
  }

  public var tables: [FigureTable] { [table, overlapTable, orderTable] }

  private var table: FigureTable {
    FigureTable(
      "Batch runs",
      reading:
        "needs: the records a second that fill the window; length: of one run, now and grown",
      columns: [
        .words("link"), .words("schedule"), .words("window"), .figures("records"),
        .figures("needs"), .figures("length"), .figures("in \(Self.years) years"),
      ],
      rows: runs.map(row), whenEmpty: "the model has no batches")
  }

  private func row(_ run: BatchRun) -> [String] {
    [
      graph.linkID(run.link).text,
      graph.solution.links[run.link].timing.schedule?.text ?? "",
      run.window.map {
        QuantityWords.timeOfDay($0.start) + " for " + QuantityWords.duration($0.duration)
      } ?? "",
      run.records.map(String.init) ?? "",
      neededRate(run).map { QuantityWords.rate(perSecond: $0) } ?? "",
      run.length.map(QuantityWords.duration) ?? "unknown",
      run.laterLength.map(QuantityWords.duration) ?? "unknown",
    ]
  }

  /// The records a second that let a run end with its window.
  private func neededRate(_ run: BatchRun) -> Double? {
    guard let records = run.records, let window = run.timeInWindow else { return nil }
    return Double(records) / (window / .seconds(1))
  }

  private var overlapTable: FigureTable {
    FigureTable(
      "Overlapping runs", reading: "runs that work on one element at the same time",
      columns: [
        .words("element"), .words("from"), .figures("at once"), .words("known"), .words("runs"),
      ],
      rows: overlaps.map { overlap in
        [
          overlap.element.text, QuantityWords.weekMinute(overlap.busiestMinute),
          String(overlap.mostAtOnce), overlap.isCertain ? "lengths" : "windows",
          overlap.runs.map { graph.linkID($0.link).text }.joined(separator: ", "),
        ]
      }, whenEmpty: "no two runs are known to overlap")
  }

  private var orderTable: FigureTable {
    FigureTable(
      "Order of runs",
      reading:
        "lead: from the start of the earlier run to that of the later one, where it is least",
      columns: [
        .words("earlier"), .words("later"), .figures("lead"), .figures("earlier takes"),
        .words("order"),
      ],
      rows: orders.map { order in
        [
          graph.linkID(order.earlier.link).text, graph.linkID(order.later.link).text,
          QuantityWords.duration(order.lead),
          order.earlier.length.map(QuantityWords.duration) ?? "unknown",
          order.isDeclared ? "declared" : "follows from the data",
        ]
      }, whenEmpty: "no run with a known start reads what another one writes")
  }

  public var assumptions: [String] {
    [
      "a run takes \(QuantityWords.decimal(Self.margin, places: 1)) times its length when runs are compared",
      "a run of unknown length takes the rest of its window",
      "what declares no growth does not grow",
    ]
  }

  public static let schema = SchemaForm.object([
    "runs": SchemaForm.map(
      to: SchemaForm.object([
        "starts": SchemaForm.described(
          SchemaForm.list(of: SchemaForm.count), "Minutes after Monday 00:00."),
        "periodS": SchemaForm.optionalNumber,
        "records": ["type": ["integer", "null"]],
        "neededPerSecond": SchemaForm.optionalNumber,
        "lengthS": SchemaForm.optionalNumber,
        "lengthBasis": SchemaForm.optionalText,
        "laterLengthS": SchemaForm.described(
          SchemaForm.optionalNumber, "When volumes have grown for \(years) years."),
        "windowS": SchemaForm.optionalNumber,
      ])),
    "overlaps": SchemaForm.list(
      of: SchemaForm.object([
        "element": SchemaForm.text, "runs": SchemaForm.list(of: SchemaForm.text),
        "certain": SchemaForm.flag, "busiestMinute": SchemaForm.count,
        "mostAtOnce": SchemaForm.count,
      ])),
    "orders": SchemaForm.list(
      of: SchemaForm.object([
        "earlier": SchemaForm.text, "later": SchemaForm.text, "declared": SchemaForm.flag,
        "leadS": SchemaForm.number,
      ])),
  ])

  public var value: JSONValue {
    [
      "runs": .object(runs.lazy.map { (graph.linkID($0.link).text, value(of: $0)) }),
      "overlaps": .array(
        overlaps.map { overlap in
          [
            "element": .string(overlap.element.text),
            "runs": .strings(overlap.runs.map { graph.linkID($0.link).text }),
            "certain": .bool(overlap.isCertain),
            "busiestMinute": .integer(overlap.busiestMinute),
            "mostAtOnce": .integer(overlap.mostAtOnce),
          ]
        }),
      "orders": .array(
        orders.map { order in
          [
            "earlier": .string(graph.linkID(order.earlier.link).text),
            "later": .string(graph.linkID(order.later.link).text),
            "declared": .bool(order.isDeclared),
            "leadS": .figure(order.lead / .seconds(1), places: 3),
          ]
        }),
    ]
  }

  private func value(of run: BatchRun) -> JSONValue {
    func seconds(_ duration: Duration?) -> JSONValue {
      .figure(duration.map { $0 / .seconds(1) }, places: 3)
    }
    return [
      "starts": .array(run.starts.map { .integer($0) }), "periodS": seconds(run.period),
      "records": run.records.map { .integer($0) } ?? .null,
      "neededPerSecond": .figure(neededRate(run)), "lengthS": seconds(run.length),
      "lengthBasis": JSONValue(run.lengthBasis?.rawValue),
      "laterLengthS": seconds(run.laterLength), "windowS": seconds(run.timeInWindow),
    ]
  }
}
