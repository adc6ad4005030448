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
    let isDrawn = names.count <= Self.mostDrawn
    return [
      FigureTable(
        "Matrix",
        reading: isDrawn
          ? "each row needs its columns: ● hard, ○ soft; marks left of the diagonal ■ lead back, and · fills the blocks that depend on each other in circles; the fewer lead back, the better"
          : "each row needs its columns; the matrix is too large for a terminal, so here are its counts, and -f csv has the matrix itself",
        columns: isDrawn
          ? [.words("element")] + names.map { .words($0) }
          : [.words("element"), .figures("needs"), .figures("lead back")],
        rows: isDrawn
          ? names.indices.map { [names[$0]] + cells(of: $0) }
          : names.indices.map { row in
            let marks = matrix.rows[row]
            return [names[row], String(marks.count), String(marks.count { $0.column < row })]
          },
        whenEmpty: "no element depends on another",
        picture: isDrawn ? MatrixPicture(matrix, names: names).lines : [])
    ]
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
