public import JSONText
public import SolutionGraph
import SolutionModel

/// How tightly the elements hang together.
public struct StructureSection: FigureSection {
  public static let name = "structure"
  public static let title = "Structure"
  public static let summary = "fan-in, fan-out and instability of every element"

  private let graph: SolutionGraph
  private let couplings: [Coupling]

  public init(of graph: SolutionGraph) {
    self.graph = graph
    couplings = graph.couplings()
  }

  public var tables: [FigureTable] {
    let busiest = couplings.indices.filter { couplings[$0].instability != nil }.sorted {
      let left = couplings[$0].afferent + couplings[$0].efferent
      let right = couplings[$1].afferent + couplings[$1].efferent
      return (right, $0) < (left, $1)
    }
    return [
      FigureTable(
        "Coupling",
        reading:
          "fan-in: how many depend on it; fan-out: on how many it depends; instability: 0 should change rarely, 1 may change freely",
        columns: [
          .words("element"), .figures("fan-in"), .figures("fan-out"), .figures("instability"),
        ],
        rows: busiest.map { vertex in
          [
            graph.elementID(vertex).text, String(couplings[vertex].afferent),
            String(couplings[vertex].efferent),
            couplings[vertex].instability.map { QuantityWords.decimal($0, places: 2) } ?? "",
          ]
        },
        whenEmpty: "no element depends on another")
    ]
  }

  public var assumptions: [String] { ["links that are not in use do not count"] }

  public static let schema = SchemaForm.object([
    "elements": SchemaForm.map(
      to: SchemaForm.object([
        "fanIn": SchemaForm.count, "fanOut": SchemaForm.count,
        "instability": SchemaForm.optionalShare,
      ]))
  ])

  public var value: JSONValue {
    [
      "elements": .object(
        couplings.indices.lazy.map { vertex in
          (
            graph.elementID(vertex).text,
            [
              "fanIn": .integer(couplings[vertex].afferent),
              "fanOut": .integer(couplings[vertex].efferent),
              "instability": .figure(couplings[vertex].instability),
            ]
          )
        })
    ]
  }
}
