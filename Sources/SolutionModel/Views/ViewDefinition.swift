/// A view that a model asks for, where the automatic ones are not enough.
public struct ViewDefinition: Hashable, Sendable, Identifiable {
  /// Which way the picture reads.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case right, down
  }

  public let id: ViewID
  public var title: String
  public var summary: String?
  /// What the view is about; the kind of view follows from it.
  public var focus: Focus?
  public var include: [Selector] = []
  public var exclude: [Selector] = []
  /// The key of an attribute or a field whose values colour the boxes.
  public var colorBy: String?
  public var direction: Direction?
  public var tags: [String] = []

  public init(id: ViewID, title: String? = nil) {
    self.id = id
    self.title = title ?? id.text
  }

  /// What a view can be about.
  public enum Focus: Hashable, Sendable {
    case element(ElementID)
    case flow(FlowID)
  }
}
