public import SolutionModel

/// A line from one box to another that stands for links.
public struct Arrow: Hashable, Sendable {
  /// How a line is drawn; never told by colour alone.
  public enum Stroke: String, Hashable, Sendable, CaseIterable {
    /// Solid: somebody waits.
    case synchronous
    /// Dashed.
    case asynchronous
    /// Bold.
    case batch
    /// Dotted: a person crosses on a screen.
    case userInterface = "ui"
    /// Thin: the model does not say.
    case unknown
  }

  /// The same in every picture of the solution, and safe as an XML id.
  public let id: String
  public let links: [LinkID]
  /// Places in the scene's boxes.
  public let source: Int
  public let destination: Int
  public let stroke: Stroke
  /// Planned, deprecated and the like are told apart; nil for agreed and live ones.
  public let status: LinkStatus?
  /// The words, then the option; empty for none.
  public let label: [TextLine]
  /// The size of the label with its margin; zero when there is none.
  public let labelSize: Size
  /// The steps of a flow that take it.
  public let steps: [String]
  public let spoken: String

  public init(
    id: String, links: [LinkID], source: Int, destination: Int, stroke: Stroke,
    status: LinkStatus?, label: [TextLine], labelSize: Size, steps: [String], spoken: String
  ) {
    self.id = id
    self.links = links
    self.source = source
    self.destination = destination
    self.stroke = stroke
    self.status = status
    self.label = label
    self.labelSize = labelSize
    self.steps = steps
    self.spoken = spoken
  }
}
