public import JSONText

/// The answer to one question as tables, and the same for programs.
public struct FigureSheet: Sendable {
  public let title: String
  /// The most telling first.
  public let tables: [FigureTable]
  /// What the answer takes for granted, a sentence each without its full stop.
  public let assumptions: [String]
  /// Everything, with ids as keys.
  public let value: JSONValue

  public init(
    _ title: String, tables: [FigureTable], assumptions: [String] = [], value: JSONValue
  ) {
    self.title = title
    self.tables = tables
    self.assumptions = assumptions
    self.value = value
  }

  /// The sheet in a format, with a line break at its end; the same words as for `FigureReport`.
  public func render(
    as format: FigureFormat, on medium: FigureMedium = .file, showsAll: Bool = false
  ) -> String {
    switch format {
    case .text: FigureText(medium: medium, showsAll: showsAll).render(self)
    case .markdown: FigureMarkdown(showsAll: showsAll).render(self)
    case .json: JSONWriter(style: .pretty).text(value) + "\n"
    case .csv: FigureCSV.render(tables)
    }
  }
}
