public import SolutionGraph
import SolutionModel

/// The figures of a solution: its graph, and the sections that somebody asked for.
public struct FigureReport: Sendable {
  /// Of Lintel itself, such as `0.1.0`.
  public let toolVersion: String
  public let sections: [any FigureSection]
  let graph: SolutionGraph

  /// Asks the analyses of each section.
  public init(
    of graph: SolutionGraph, sections: [any FigureSection.Type] = SectionCatalog.sections,
    toolVersion: String
  ) {
    self.toolVersion = toolVersion
    self.graph = graph
    self.sections = sections.map { $0.init(of: graph) }
  }

  var solutionName: String { graph.solution.name }

  /// The report in a format, with a line break at its end.
  ///
  /// Only text looks at the width and the colours of the medium. `showsAll` says whether tables show
  /// all their rows; in JSON and CSV they always do.
  public func render(
    as format: FigureFormat, on medium: FigureMedium = .file, showsAll: Bool = false
  ) -> String {
    switch format {
    case .text: FigureText(medium: medium, showsAll: showsAll).render(self)
    case .markdown: FigureMarkdown(showsAll: showsAll).render(self)
    case .json: FigureJSON.text(of: self)
    case .csv: FigureCSV.render(self)
    }
  }
}

/// How figures can be written.
public enum FigureFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, markdown, csv
}

/// Where figures will be read.
public struct FigureMedium: Hashable, Sendable {
  public let isColored: Bool
  /// Characters a line.
  public let width: Int

  public init(isColored: Bool, width: Int) {
    self.isColored = isColored
    self.width = width
  }

  public static let file = FigureMedium(isColored: false, width: 100)
}
