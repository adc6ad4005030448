public import JSONText
public import SolutionGraph
import SolutionModel

/// Who depends on whom as a matrix.
public struct MatrixSection: FigureSection {
  public static let name = "matrix"
  public static let title = "Design structure matrix"
  public static let summary = "who depends on whom, users first, in an order that shows circles"

  private let graph: SolutionGraph
  private let matrix: StructureMatrix

  /// More rows fit on no screen.
  private static let mostDrawn = 40

  public init(of graph: SolutionGraph) {
    self.graph = graph
    matrix = graph.structureMatrix()
  }

  public var tables: [FigureTable] {
    let names = matrix.order.map { graph.elementID($0).text }
    return [names.count <= Self.mostDrawn ? square(names) : list(names)]
  }

  private func square(_ names: [String]) -> FigureTable {
    FigureTable(
      "Matrix",
      reading:
        "each row needs its columns: ● hard, ○ soft; marks left of the diagonal ■ lead back, and · fills the blocks that depend on each other in circles; the fewer lead back, the better",
      columns: [.words("element")] + names.map { .words($0) },
      rows: names.indices.map { [names[$0]] + cells(of: $0) },
      whenEmpty: "no element depends on another",
      picture: names.isEmpty ? [] : MatrixPicture(matrix, names: names).lines)
  }

  /// A row for each mark, those that lead back first.
  private func list(_ names: [String]) -> FigureTable {
    let marks = matrix.rows.indices.flatMap { row in matrix.rows[row].map { (row: row, mark: $0) } }
    let back = marks.filter { $0.mark.column < $0.row }
    let forward = marks.filter { $0.mark.column > $0.row }
    return FigureTable(
      "Marks of the matrix",
      reading:
        "too large to draw: one row for each mark, by the order of the matrix, those that lead back first; the fewer lead back, the better",
      columns: [
        .words("element"), .words("needs"), .words("how"), .figures("links"), .words("direction"),
      ],
      rows: (back + forward).map { row, mark in
        [
          names[row], names[mark.column], mark.isHard ? "hard" : "soft", String(mark.linkCount),
          mark.column < row ? "back" : "",
        ]
      }, usualRowCount: 20)
  }

  public var highlights: [FigureTable] { [] }

  /// `hard`, `soft` or nothing for each column.
  private func cells(of row: Int) -> [String] {
    var cells = [String](repeating: "", count: matrix.order.count)
    for mark in matrix.rows[row] { cells[mark.column] = mark.isHard ? "hard" : "soft" }
    return cells
  }

  public var assumptions: [String] {
    [
      "people, screens and links to sign on are left out",
      "\(QuantityWords.count(matrix.backMarkCount, "mark")) of "
        + "\(matrix.rows.reduce(0) { $0 + $1.count }) lead back; "
        + (matrix.isBest ? "fewer are impossible" : "an order with fewer may exist"),
    ]
  }

  public static let schema = SchemaForm.object([
    "order": SchemaForm.described(
      SchemaForm.list(of: SchemaForm.text), "Rows and columns: users before what they use."),
    "blocks": SchemaForm.described(
      SchemaForm.list(of: SchemaForm.list(of: SchemaForm.text)),
      "Neighbours in the order that depend on each other in circles."),
    "rows": SchemaForm.map(
      to: SchemaForm.map(
        to: SchemaForm.object(["hard": SchemaForm.flag, "links": SchemaForm.count]))),
    "marksThatLeadBack": SchemaForm.count,
    "isBest": SchemaForm.described(
      SchemaForm.flag, "Whether fewer marks that lead back are known to be impossible."),
  ])

  public var value: JSONValue {
    let names = matrix.order.map { graph.elementID($0).text }
    return [
      "order": .strings(names),
      "blocks": .array(matrix.blocks.map { .strings(names[$0]) }),
      "rows": .object(
        names.indices.lazy.map { row in
          (
            names[row],
            .object(
              matrix.rows[row].lazy.map {
                (names[$0.column], ["hard": .bool($0.isHard), "links": .integer($0.linkCount)])
              })
          )
        }),
      "marksThatLeadBack": .integer(matrix.backMarkCount),
      "isBest": .bool(matrix.isBest),
    ]
  }
}
