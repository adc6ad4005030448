public import JSONText
public import SolutionGraph

/// A part of the figures: one question about a solution, what the analyses answer, and what the
/// answer rests on.
///
/// Made once, it is written as text, as Markdown or as JSON, so no two of them can disagree.
public protocol FigureSection: Sendable {
  /// The word on the command line, and the member of the JSON document.
  static var name: String { get }
  static var title: String { get }
  /// What it tells, as a phrase.
  static var summary: String { get }
  /// The JSON Schema of `value`.
  static var schema: JSONValue { get }

  /// Asks the analyses.
  init(of graph: SolutionGraph)

  /// The most telling first.
  var tables: [FigureTable] { get }
  /// Those of them that belong into a report about the whole; the first one where nothing else is
  /// said.
  var highlights: [FigureTable] { get }
  /// What the figures take for granted, a sentence each without its full stop.
  var assumptions: [String] { get }
  /// Every figure, with ids as keys.
  var value: JSONValue { get }
}

extension FigureSection {
  public var highlights: [FigureTable] { Array(tables.prefix(1)) }
}
