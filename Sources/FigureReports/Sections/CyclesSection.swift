public import JSONText
public import SolutionGraph
import SolutionModel

/// Elements that depend on each other in circles, and where to cut.
public struct CyclesSection: FigureSection {
  public static let name = "cycles"
  public static let title = "Cycles"
  public static let summary = "elements that depend on each other in circles, and the links to cut"

  private let cycles: [DependencyCycle]

  public init(of graph: SolutionGraph) {
    cycles = graph.dependencyCycles().enumerated().sorted {
      ($1.element.members.count, $0.offset) < ($0.element.members.count, $1.offset)
    }.map(\.element)
  }

  public var tables: [FigureTable] { cycles.isEmpty ? [circleTable] : [circleTable, cutTable] }

  private var circleTable: FigureTable {
    FigureTable(
      "Circles",
      reading:
        "elements that cannot be changed, tested or released one without the other; none is best",
      columns: [
        .words("from"), .figures("elements"), .figures("links"), .words("waits"),
        .words("shortest way round"),
      ],
      rows: cycles.map { cycle in
        [
          cycle.members.first?.text ?? "", String(cycle.members.count),
          String(cycle.links.count), cycle.isWhollySynchronous ? "all round" : "",
          cycle.example.elements.map(\.text).joined(separator: " → "),
        ]
      }, whenEmpty: "nothing goes round: every element can be released by itself")
  }

  private var cutTable: FigureTable {
    FigureTable(
      "Links to cut",
      reading:
        "without these nothing goes round; as few as possible, of equally few those that nobody waits on",
      columns: [.words("from"), .figures("links"), .words("is it the least?"), .words("cut")],
      rows: cycles.map { cycle in
        [
          cycle.members.first?.text ?? "", String(cycle.linksToCut.count),
          cycle.isCutSmallest ? "proved" : "not proved",
          cycle.linksToCut.map(\.text).joined(separator: ", "),
        ]
      })
  }

  public var assumptions: [String] {
    [
      "people, screens and links to sign on are left out",
      "circles of up to about 15 elements are solved exactly, larger ones by a rule of thumb that is proved where cycles without a common link allow it",
    ]
  }

  public static let schema = SchemaForm.described(
    SchemaForm.list(
      of: SchemaForm.object([
        "members": SchemaForm.list(of: SchemaForm.text),
        "links": SchemaForm.list(of: SchemaForm.text),
        "example": SchemaForm.object([
          "elements": SchemaForm.list(of: SchemaForm.text),
          "links": SchemaForm.list(of: SchemaForm.text),
        ]),
        "waitsAllRound": SchemaForm.flag,
        "linksToCut": SchemaForm.list(of: SchemaForm.text),
        "cutIsSmallest": SchemaForm.described(
          SchemaForm.flag, "Whether fewer links are known to be impossible."),
      ])),
    "The strongly connected components of the structural dependencies with two members or more.")

  public var value: JSONValue {
    .array(
      cycles.map { cycle in
        [
          "members": .strings(cycle.members.map(\.text)),
          "links": .strings(cycle.links.map(\.text)),
          "example": [
            "elements": .strings(cycle.example.elements.map(\.text)),
            "links": .strings(cycle.example.links.map(\.text)),
          ],
          "waitsAllRound": .bool(cycle.isWhollySynchronous),
          "linksToCut": .strings(cycle.linksToCut.map(\.text)),
          "cutIsSmallest": .bool(cycle.isCutSmallest),
        ]
      })
  }
}
