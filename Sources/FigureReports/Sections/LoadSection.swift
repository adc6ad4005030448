public import JSONText
public import SolutionGraph
import SolutionModel

/// What runs into each element in the busiest time, against what it can serve.
public struct LoadSection: FigureSection {
  public static let name = "load"
  public static let title = "Load"
  public static let summary = "what runs into each element in the busiest time, now and grown"

  private let graph: SolutionGraph
  private let loads: Loads

  public init(of graph: SolutionGraph) {
    self.graph = graph
    loads = graph.loads()
  }

  public var tables: [FigureTable] { [elements, links] }

  private var elements: FigureTable {
    let told = loads.elements.indices.filter {
      !loads.elements[$0].now.isUnknown && loads.elements[$0].now != .zero
        || loads.elements[$0].capacity != nil
    }
    let inOrder = told.sorted { left, right in
      let (one, other) = (weight(of: left), weight(of: right))
      return one == other ? left < right : one > other
    }
    return FigureTable(
      "Load of the elements",
      reading: "requests and messages into the element; used: share of its capacity, 70 % is much",
      columns: [
        .words("element"), .figures("load"), .figures("in \(loads.years) years"),
        .figures("capacity"), .figures("used"), .figures("in \(loads.years) years"),
        .figures("one down"), .figures("unknown links"),
      ],
      rows: inOrder.map(row), whenEmpty: "the model declares no peaks, polls or capacities")
  }

  private func weight(of vertex: Int) -> Double {
    loads.elements[vertex].utilisation.map { 1e15 * (1 + $0) } ?? loads.elements[vertex].now.low
  }

  private func row(_ vertex: Int) -> [String] {
    let load = loads.elements[vertex]
    let prefix = load.now.high == nil ? "at least " : ""
    return [
      graph.elementID(vertex).text, Self.words(load.now), Self.words(load.later),
      load.capacity.map { QuantityWords.rate(perSecond: $0.perSecond) } ?? "",
      load.utilisation.map { prefix + QuantityWords.share($0) } ?? "",
      load.laterUtilisation.map { prefix + QuantityWords.share($0) } ?? "",
      load.utilisationWithOneDown.map { prefix + QuantityWords.share($0) } ?? "",
      String(load.missing.count),
    ]
  }

  private var links: FigureTable {
    let known = loads.links.indices.filter { loads.links[$0]?.now.isUnknown == false }
    let inOrder = known.sorted { left, right in
      let (one, other) = (loads.links[left]?.now.low ?? 0, loads.links[right]?.now.low ?? 0)
      return one == other ? left < right : one > other
    }
    return FigureTable(
      "Load of the links", reading: "the busiest first; what each figure follows from",
      columns: [.words("link"), .figures("load"), .words("follows from")],
      rows: inOrder.compactMap { place in
        loads.links[place].map {
          [graph.linkID(place).text, Self.words($0.now), $0.basis.rawValue]
        }
      }, whenEmpty: "the model says nothing about how often links are used")
  }

  /// As in `20/s`, `at least 20/s`, `at most 60/s` and `unknown`.
  private static func words(_ rate: RateBounds) -> String {
    let low = QuantityWords.rate(perSecond: rate.low)
    guard let high = rate.high else { return rate.low == 0 ? "unknown" : "at least " + low }
    if rate.isExact { return low }
    let most = QuantityWords.rate(perSecond: high)
    return rate.low == 0 ? "at most " + most : low + " to " + most
  }

  public var assumptions: [String] {
    [
      "all links have their peaks at the same time",
      "a link without a peak that flows take is used by these flows only",
      "a poll comes from every instance of its source",
      "a topic delivers all that comes into it to everyone, a queue an equal part",
      "batches run outside the busiest time",
      "what declares no growth does not grow",
    ]
  }

  private static let bounds = SchemaForm.object([
    "low": SchemaForm.number,
    "high": SchemaForm.described(SchemaForm.optionalNumber, "Null where parts are unknown."),
  ])

  public static let schema = SchemaForm.object([
    "years": SchemaForm.described(SchemaForm.count, "How long volumes grow for `later`."),
    "links": SchemaForm.described(
      SchemaForm.map(
        to: SchemaForm.object([
          "basis": SchemaForm.words(LinkLoad.Basis.allCases.map(\.rawValue)), "now": bounds,
          "later": bounds,
        ])), "By id, in events per second."),
    "elements": SchemaForm.described(
      SchemaForm.map(
        to: SchemaForm.object([
          "now": bounds, "later": bounds, "capacity": SchemaForm.optionalNumber,
          "capacityWithOneDown": SchemaForm.optionalNumber,
          "utilisation": SchemaForm.optionalNumber, "laterUtilisation": SchemaForm.optionalNumber,
          "utilisationWithOneDown": SchemaForm.optionalNumber,
          "missing": SchemaForm.list(of: SchemaForm.text),
        ])), "By id; utilisations are shares of 1, at least."),
  ])

  public var value: JSONValue {
    [
      "years": .integer(loads.years),
      "links": .object(
        loads.links.indices.lazy.compactMap { place in
          loads.links[place].map { load in
            (
              graph.linkID(place).text,
              [
                "basis": .string(load.basis.rawValue), "now": Self.value(load.now),
                "later": Self.value(load.later),
              ] as JSONValue
            )
          }
        }),
      "elements": .object(
        loads.elements.indices.lazy.map { (graph.elementID($0).text, element($0)) }),
    ]
  }

  private func element(_ vertex: Int) -> JSONValue {
    let load = loads.elements[vertex]
    return [
      "now": Self.value(load.now), "later": Self.value(load.later),
      "capacity": .figure(load.capacity?.perSecond, places: 9),
      "capacityWithOneDown": .figure(load.capacityWithOneDown?.perSecond, places: 9),
      "utilisation": .figure(load.utilisation),
      "laterUtilisation": .figure(load.laterUtilisation),
      "utilisationWithOneDown": .figure(load.utilisationWithOneDown),
      "missing": .strings(load.missing.map { graph.linkID($0).text }),
    ]
  }

  private static func value(_ rate: RateBounds) -> JSONValue {
    ["low": .figure(rate.low, places: 9), "high": .figure(rate.high, places: 9)]
  }
}
