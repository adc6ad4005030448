public import JSONText
public import SolutionGraph
import SolutionModel

/// What hurts most when it fails, and how soon flows recover.
public struct FailureSection: FigureSection {
  public static let name = "failure"
  public static let title = "Failure"
  public static let summary =
    "which single failures and which pairs hurt most, and how soon each flow recovers"

  private let ranking: FailureRanking
  private let recoveries: [FlowRecovery]

  public init(of graph: SolutionGraph) {
    ranking = graph.failureRanking()
    recoveries = graph.solution.flows.map(graph.recovery)
  }

  public var tables: [FigureTable] { [singleTable, pairTable, recoveryTable] }

  private var singleTable: FigureTable {
    FigureTable(
      "What hurts most alone",
      reading:
        "lost weight: how much of the weight of all flows, and of all elements, it takes down",
      columns: [
        .words("fails"), .figures("flows lost"), .figures("flow weight"),
        .figures("elements lost"), .figures("element weight"), .words("flows"),
      ],
      rows: ranking.singles.map { entry in
        [
          Self.name(of: entry.failure), String(entry.lostFlowCount),
          Self.percent(entry.lostFlowShare), String(entry.lostElementCount),
          Self.percent(entry.lostElementShare),
          Self.list(entry.lostFlows, of: entry.lostFlowCount),
        ]
      }, whenEmpty: "no failure takes down anything else")
  }

  private var pairTable: FigureTable {
    FigureTable(
      "What hurts most together",
      reading:
        "only what neither of the two takes down alone; where nothing stands in, that is nothing",
      columns: [
        .words("fails"), .words("and"), .figures("flows lost"), .figures("flow weight"),
        .figures("elements lost"), .words("flows"),
      ],
      rows: ranking.pairs.map { pair in
        [
          Self.name(of: pair.first), Self.name(of: pair.second), String(pair.lostFlowCount),
          Self.percent(pair.lostFlowShare), String(pair.lostElementCount),
          Self.list(pair.lostFlows, of: pair.lostFlowCount),
        ]
      },
      whenEmpty: ranking.triesAllPairs
        ? "no two failures take down more than each alone" : "too many pairs to try")
  }

  private var recoveryTable: FigureTable {
    FigureTable(
      "Recovery of the flows",
      reading:
        "at once: all parts recover at the same time, nobody can be sooner; in a row: each part waits for what it needs",
      columns: [
        .words("flow"), .figures("RTO"), .figures("at once"), .figures("in a row"),
        .figures("RPO"), .figures("data lost"), .figures("parts unknown"), .words("longest"),
      ],
      rows: recoveries.map { recovery in
        [
          recovery.flow.text, Self.words(recovery.rtoTarget),
          Self.words(recovery.inParallel?.duration), Self.words(recovery.inSequence),
          Self.words(recovery.rpoTarget), Self.words(recovery.recoveryPoint?.duration),
          String(recovery.missingRTO.count),
          recovery.sequence.map(\.element.text).joined(separator: " → "),
        ]
      }, whenEmpty: "the model has no flows")
  }

  private static func name(of failure: Failure) -> String {
    switch failure {
    case .zone(let id): "zone \(id.text)"
    case .element, .instances, .link: failure.subject.name
    }
  }

  private static func words(_ duration: Duration?) -> String {
    duration.map(QuantityWords.duration) ?? ""
  }

  private static func percent(_ share: Double?) -> String {
    share.map { QuantityWords.decimal($0 * 100, places: 1) + " %" } ?? ""
  }

  private static func list(_ flows: [FlowID], of count: Int) -> String {
    let shown = flows.prefix(4).map(\.text).joined(separator: ", ")
    return count > 4 ? "\(shown) and \(count - 4) more" : shown
  }

  public var assumptions: [String] {
    var assumptions = [
      "a criticality weighs low 1, medium 2, high 4, core 8, business-critical 16, undeclared 2",
      "hard links have no way round that the model does not show",
      "each failure is of all instances at once; zones take all that lies in them",
      "recovery counts what flows are sure to need; parts without an objective take no time",
    ]
    if !ranking.triesAllSingles {
      assumptions.append("cut short: only the first \(ranking.triedSingles) failures were tried")
    }
    if !ranking.triesAllPairs {
      assumptions.append("cut short: there are too many parts with stand-ins to try all pairs")
    }
    return assumptions
  }

  private static let loss: JSONValue = [
    "flowsLost": SchemaForm.count, "flows": SchemaForm.list(of: SchemaForm.text),
    "flowWeightLost": SchemaForm.optionalShare, "elementsLost": SchemaForm.count,
    "elementWeightLost": SchemaForm.share,
  ]

  public static let schema = SchemaForm.object([
    "singles": SchemaForm.described(
      SchemaForm.map(to: SchemaForm.object(loss)),
      "By kind and id, as in 'element:shop'; those that take down nothing else are left out."),
    "singlesTried": SchemaForm.count,
    "triesAllSingles": SchemaForm.flag,
    "pairs": SchemaForm.described(
      SchemaForm.list(
        of: SchemaForm.object([
          "first": SchemaForm.text, "second": SchemaForm.text, "flowsLost": SchemaForm.count,
          "flows": SchemaForm.list(of: SchemaForm.text),
          "flowWeightLost": SchemaForm.optionalShare, "elementsLost": SchemaForm.count,
          "elementWeightLost": SchemaForm.share,
        ])), "The worst fifty; only what neither takes down alone."),
    "harmfulPairs": SchemaForm.count,
    "triesAllPairs": SchemaForm.flag,
    "recovery": SchemaForm.map(
      to: SchemaForm.object([
        "rtoTargetMs": SchemaForm.optionalNumber, "inParallelMs": SchemaForm.optionalNumber,
        "inSequenceMs": SchemaForm.optionalNumber,
        "sequence": SchemaForm.list(of: SchemaForm.text),
        "rpoTargetMs": SchemaForm.optionalNumber, "recoveryPointMs": SchemaForm.optionalNumber,
        "missingRTO": SchemaForm.list(of: SchemaForm.text),
        "missingRPO": SchemaForm.list(of: SchemaForm.text),
      ])),
  ])

  public var value: JSONValue {
    [
      "singles": .object(
        ranking.singles.lazy.map { entry in
          (
            entry.failure.subject.description,
            [
              "flowsLost": .integer(entry.lostFlowCount),
              "flows": .strings(entry.lostFlows.map(\.text)),
              "flowWeightLost": .figure(entry.lostFlowShare),
              "elementsLost": .integer(entry.lostElementCount),
              "elementWeightLost": .figure(entry.lostElementShare),
            ]
          )
        }),
      "singlesTried": .integer(ranking.triedSingles),
      "triesAllSingles": .bool(ranking.triesAllSingles),
      "pairs": .array(ranking.pairs.map(value)),
      "harmfulPairs": .integer(ranking.harmfulPairCount),
      "triesAllPairs": .bool(ranking.triesAllPairs),
      "recovery": .object(recoveries.lazy.map { ($0.flow.text, value(of: $0)) }),
    ]
  }

  private func value(of pair: FailureRanking.Pair) -> JSONValue {
    [
      "first": .string(pair.first.subject.description),
      "second": .string(pair.second.subject.description),
      "flowsLost": .integer(pair.lostFlowCount), "flows": .strings(pair.lostFlows.map(\.text)),
      "flowWeightLost": .figure(pair.lostFlowShare),
      "elementsLost": .integer(pair.lostElementCount),
      "elementWeightLost": .figure(pair.lostElementShare),
    ]
  }

  private func value(of recovery: FlowRecovery) -> JSONValue {
    func milliseconds(_ duration: Duration?) -> JSONValue {
      .figure(duration.map { $0 / .milliseconds(1) }, places: 3)
    }
    return [
      "rtoTargetMs": milliseconds(recovery.rtoTarget),
      "inParallelMs": milliseconds(recovery.inParallel?.duration),
      "inSequenceMs": milliseconds(recovery.inSequence),
      "sequence": .strings(recovery.sequence.map(\.element.text)),
      "rpoTargetMs": milliseconds(recovery.rpoTarget),
      "recoveryPointMs": milliseconds(recovery.recoveryPoint?.duration),
      "missingRTO": .strings(recovery.missingRTO.map(\.text)),
      "missingRPO": .strings(recovery.missingRPO.map(\.text)),
    ]
  }
}
