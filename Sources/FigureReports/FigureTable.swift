/// Figures in rows, with a sentence that says how to read them.
public struct FigureTable: Hashable, Sendable {
  /// A column of a table.
  public struct Column: Hashable, Sendable {
    public let heading: String
    /// Whether it holds figures, which stand below each other at the right.
    public let isFigure: Bool

    /// Words, from the left.
    public static func words(_ heading: String) -> Self { Self(heading: heading, isFigure: false) }
    /// Figures, to the right.
    public static func figures(_ heading: String) -> Self { Self(heading: heading, isFigure: true) }
  }

  public let title: String
  /// What the figures mean, and which direction is good; without its full stop.
  public let reading: String
  public let columns: [Column]
  /// The most important first; each has a cell for every column.
  public let rows: [[String]]
  /// How many rows somebody sees who does not ask for all.
  public let usualRowCount: Int
  /// What to say when there are no rows.
  public let whenEmpty: String
  /// Lines that show a reader the same better than rows do; empty for none.
  ///
  /// Programs get the rows.
  public let picture: [String]

  /// - Precondition: every row has a cell for every column.
  public init(
    _ title: String, reading: String, columns: [Column], rows: [[String]], usualRowCount: Int = 10,
    whenEmpty: String = "none", picture: [String] = []
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.title = title
    self.reading = reading
    self.columns = columns
    self.rows = rows
    self.usualRowCount = usualRowCount
    self.whenEmpty = whenEmpty
    self.picture = picture
  }

  /// Whether the columns have headings; a list of facts has none.
  var hasHeadings: Bool { columns.contains { !$0.heading.isEmpty } }

  /// How to read it, as a sentence.
  var sentence: String { reading.prefix(1).uppercased() + reading.dropFirst() + "." }

  /// The rows to show, and how many are left out; a single row is not worth leaving out.
  func shown(most: Int) -> (rows: ArraySlice<[String]>, left: Int) {
    let count = rows.count <= most + 1 ? rows.count : most
    return (rows.prefix(count), rows.count - count)
  }

  func shown(all: Bool) -> (rows: ArraySlice<[String]>, left: Int) {
    all ? (rows[...], 0) : shown(most: usualRowCount)
  }
}
