public import JSONText
public import SolutionGraph
import SolutionModel

/// How many links tie teams, systems and domains to each other.
public struct CouplingSection: FigureSection {
  public static let name = "coupling"
  public static let title = "Coupling across borders"
  public static let summary =
    "how many links tie teams, systems and domains to each other, both ways"

  private let couplings: [(boundary: Boundary, found: BoundaryCouplings)]

  public init(of graph: SolutionGraph) {
    couplings = Boundary.allCases.map { ($0, graph.couplings(across: $0)) }
  }

  public var tables: [FigureTable] {
    couplings.map { boundary, found in
      let inside = found.inside.reduce(0) { $0 + $1.count }
      let across = found.pairs.reduce(0) { $0 + $1.there.all + $1.back.all }
      let share = inside + across > 0 ? Double(inside) / Double(inside + across) : 0
      guard !found.inside.isEmpty else {
        return FigureTable(
          "Between \(boundary.rawValue)s", reading: "links across and inside", columns: [],
          rows: [],
          whenEmpty: "no element has a \(boundary.rawValue)")
      }
      return FigureTable(
        "Between \(boundary.rawValue)s",
        reading:
          "\(QuantityWords.count(across, "link")) across and \(inside) inside (\(QuantityWords.decimal(share * 100, places: 0)) % inside; higher is better); links both ways tie most",
        columns: [
          .words("from"), .words("to"), .figures("links"), .figures("hard"), .figures("links back"),
          .figures("hard"),
        ],
        rows: found.pairs.map(Self.row),
        whenEmpty: "no link crosses a border")
    }
  }

  /// The direction with more links first.
  private static func row(_ pair: BoundaryCoupling) -> [String] {
    let isTurned = pair.back.all > pair.there.all
    let (more, less) = isTurned ? (pair.back, pair.there) : (pair.there, pair.back)
    return [
      isTurned ? pair.second : pair.first, isTurned ? pair.first : pair.second,
      String(more.all), String(more.hard), String(less.all), String(less.hard),
    ]
  }

  public var assumptions: [String] {
    let missing = couplings.filter { $0.found.ungroupedCount > 0 && !$0.found.inside.isEmpty }.map {
      boundary, found in
      let links = QuantityWords.count(found.ungroupedCount, "link")
      return
        "\(links) with an end that has no \(boundary.rawValue) \(found.ungroupedCount == 1 ? "is" : "are") left out"
    }
    return ["people, screens and links to sign on are left out"] + missing
  }

  private static let count = SchemaForm.object([
    "hard": SchemaForm.count, "soft": SchemaForm.count,
  ])

  public static let schema = SchemaForm.object(
    .object(
      Boundary.allCases.map { boundary in
        (
          boundary.rawValue,
          SchemaForm.object([
            "pairs": SchemaForm.list(
              of: SchemaForm.object([
                "first": SchemaForm.text, "second": SchemaForm.text,
                "there": SchemaForm.described(
                  count, "Links by which the first depends on the second."), "back": count,
              ])),
            "inside": SchemaForm.map(to: SchemaForm.count),
            "ungrouped": SchemaForm.count,
          ])
        )
      }))

  public var value: JSONValue {
    .object(
      couplings.map { boundary, found in
        (
          boundary.rawValue,
          [
            "pairs": .array(found.pairs.map(Self.value)),
            "inside": .object(found.inside.lazy.map { ($0.group, .integer($0.count)) }),
            "ungrouped": .integer(found.ungroupedCount),
          ]
        )
      })
  }

  private static func value(of pair: BoundaryCoupling) -> JSONValue {
    func value(_ count: BoundaryCoupling.Count) -> JSONValue {
      ["hard": .integer(count.hard), "soft": .integer(count.soft)]
    }
    return [
      "first": .string(pair.first), "second": .string(pair.second), "there": value(pair.there),
      "back": value(pair.back),
    ]
  }
}
