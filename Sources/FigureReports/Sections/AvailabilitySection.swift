public import JSONText
public import SolutionGraph
import SolutionModel

/// How much of the time each flow can run.
public struct AvailabilitySection: FigureSection {
  public static let name = "availability"
  public static let title = "Availability"
  public static let summary =
    "the share of the time in which each flow can run, what uses up its error budget, and the best that redundancy can reach"

  private let flows: [FlowAvailability]
  private let best: [FlowID: Availability]

  public init(of graph: SolutionGraph) {
    flows = graph.flowAvailabilities()
    best = Dictionary(
      uniqueKeysWithValues: zip(flows.map(\.flow), graph.bestReachableAvailabilities()))
  }

  public var tables: [FigureTable] { [flowTable, costTable] }

  private var flowTable: FigureTable {
    FigureTable(
      "Availability of the flows",
      reading:
        "higher is better; budget used: 100 % is all the downtime that the target allows; best: when only what the solution cannot change fails",
      columns: [
        .words("flow"), .figures("availability"), .figures("target"), .figures("budget used"),
        .figures("best"), .words("how"), .words("lost most by"),
      ],
      rows: inOrder.map(row), whenEmpty: "the model has no flows")
  }

  private var costTable: FigureTable {
    let costs = flows.enumerated().flatMap { place, flow in
      flow.costs.filter { $0.outage > 0 }.map { (place: place, flow: flow, cost: $0) }
    }
    let worst = costs.sorted { left, right in
      left.cost.outage == right.cost.outage
        ? (left.place, left.cost.subject.name) < (right.place, right.cost.subject.name)
        : left.cost.outage > right.cost.outage
    }
    return FigureTable(
      "What flows lose most by",
      reading:
        "down: the share of a month of 30 days in which the part stops the flow, about; importance: how much more often the flow runs while the part is up",
      columns: [
        .words("part"), .words("flow"), .figures("availability"), .figures("importance"),
        .figures("down a month"), .figures("budget used"),
      ],
      rows: worst.map { _, flow, cost in
        [
          Self.name(of: cost.subject), flow.flow.text, QuantityWords.percent(cost.availability),
          QuantityWords.decimal(flow.importance(of: cost), places: 4),
          QuantityWords.duration(seconds: cost.outage * 30 * 86400), Self.percent(cost.budgetShare),
        ]
      }, whenEmpty: "no part of a flow declares an availability")
  }

  private static func name(of subject: ElementPath.Subject) -> String {
    switch subject {
    case .element, .solution, .data, .flow, .team, .domain, .view, .waiver: subject.name
    case .zone: "zone \(subject.name)"
    case .link: "fallback of \(subject.name)"
    }
  }

  private static func percent(_ share: Double?) -> String {
    guard let share else { return "" }
    return share < 1000 ? QuantityWords.decimal(share * 100, places: 0) + " %" : "all"
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
      flow.costs.isEmpty
        ? "unknown"
        : (flow.missing.isEmpty ? "" : "at most ") + Self.percent(within: flow),
      flow.target.map(QuantityWords.percent) ?? "",
      Self.percent(flow.budgetShare),
      flow.costs.isEmpty ? "" : best[flow.flow].map(QuantityWords.percent) ?? "",
      Self.words(for: flow.method),
      flow.costs.prefix(3).map { Self.name(of: $0.subject) }.joined(separator: ", "),
    ]
  }

  private static func percent(within flow: FlowAvailability) -> String {
    flow.isExact || flow.lowest == flow.highest
      ? QuantityWords.percent(flow.availability)
      : QuantityWords.percent(flow.lowest) + " – " + QuantityWords.percent(flow.highest)
  }

  private static func words(for method: FlowAvailability.Method) -> String {
    switch method {
    case .product: "product"
    case .diagram: "exact"
    case .bounds: "bounds"
    case .samples: "99 % sure"
    }
  }

  public var assumptions: [String] {
    [
      "elements fail independently of each other, but for the zones and providers that the model declares",
      "elements without a declared availability, and zones without one, count as always up",
      "product and exact are exact for what the model declares; bounds are certain, from all scenarios with up to two failures; the rest is a fixed sample with its 99 % interval",
      "a fallback covers every outage unless fallback-effectiveness says less",
    ]
  }

  public static let schema = SchemaForm.map(
    to: SchemaForm.object([
      "availability": SchemaForm.share,
      "method": SchemaForm.words(FlowAvailability.Method.allCases.map(\.rawValue)),
      "lowest": SchemaForm.share,
      "highest": SchemaForm.share,
      "bestReachable": SchemaForm.described(
        SchemaForm.share, "When only external elements and those that are not changeable fail."),
      "target": SchemaForm.optionalShare,
      "budgetUsed": SchemaForm.optionalNumber,
      "parts": SchemaForm.map(
        to: SchemaForm.object([
          "availability": SchemaForm.share, "budgetUsed": SchemaForm.optionalNumber,
          "neededBy": SchemaForm.optionalText,
        ])),
      "zones": SchemaForm.map(
        to: SchemaForm.object([
          "availability": SchemaForm.share, "budgetUsed": SchemaForm.optionalNumber,
        ])),
      "alternatives": SchemaForm.described(
        SchemaForm.map(
          to: SchemaForm.object([
            "availability": SchemaForm.share, "importance": SchemaForm.optionalShare,
            "budgetUsed": SchemaForm.optionalNumber,
          ])), "What stands in for each other, by kind and id, with Birnbaum's importance."),
      "missing": SchemaForm.list(of: SchemaForm.text),
      "deferred": SchemaForm.list(of: SchemaForm.text),
    ]))

  public var value: JSONValue { .object(flows.lazy.map { ($0.flow.text, value(of: $0)) }) }

  private func value(of flow: FlowAvailability) -> JSONValue {
    [
      "availability": .figure(flow.availability.fraction, places: 9),
      "method": .string(flow.method.rawValue),
      "lowest": .figure(flow.lowest.fraction, places: 9),
      "highest": .figure(flow.highest.fraction, places: 9),
      "bestReachable": .figure(best[flow.flow]?.fraction ?? 1, places: 9),
      "target": .figure(flow.target?.fraction, places: 9),
      "budgetUsed": .figure(flow.budgetShare),
      "parts": .object(flow.parts.lazy.map { ($0.element.text, part($0)) }),
      "zones": .object(
        flow.fates.lazy.map { fate in
          (
            fate.zone.text,
            [
              "availability": .figure(fate.availability.fraction, places: 9),
              "budgetUsed": .figure(fate.budgetShare),
            ]
          )
        }),
      "alternatives": .object(
        flow.alternatives.lazy.map { alternative in
          (
            alternative.subject.description,
            [
              "availability": .figure(alternative.availability.fraction, places: 9),
              "importance": .figure(alternative.importance, places: 9),
              "budgetUsed": .figure(alternative.budgetShare),
            ]
          )
        }),
      "missing": .strings(flow.missing.map(\.text)),
      "deferred": .strings(flow.deferred.map(\.text)),
    ]
  }

  private func part(_ part: FlowAvailability.Part) -> JSONValue {
    [
      "availability": .figure(part.availability.fraction, places: 9),
      "budgetUsed": .figure(part.budgetShare),
      "neededBy": JSONValue(part.neededBy?.text),
    ]
  }
}

extension FlowAvailability {
  /// Birnbaum's importance of a part: for one that the flow cannot do without, A(flow) ÷ A(part).
  fileprivate func importance(of cost: Cost) -> Double {
    if let found = alternatives.first(where: { $0.subject == cost.subject }) {
      return found.importance ?? 0
    }
    let own = cost.availability.fraction
    return own > 0 ? min(1, availability.fraction / own) : 0
  }
}
