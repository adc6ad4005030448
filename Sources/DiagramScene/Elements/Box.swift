public import SolutionModel

/// A card that stands for an element, or for all elements of a domain.
public struct Box: Hashable, Sendable {
  /// What the box looks like because of what it stands for.
  public struct Look: Hashable, Sendable {
    public let icon: Icon
    public let tone: Tone
    public let isExternal: Bool
    public let lifecycle: Lifecycle?
    /// Whether the picture is about it.
    public let isFocus: Bool
    /// More than one instance: drawn as a pile.
    public let isRedundant: Bool

    public init(
      icon: Icon, tone: Tone, isExternal: Bool, lifecycle: Lifecycle?, isFocus: Bool,
      isRedundant: Bool
    ) {
      self.icon = icon
      self.tone = tone
      self.isExternal = isExternal
      self.lifecycle = lifecycle
      self.isFocus = isFocus
      self.isRedundant = isRedundant
    }
  }

  /// The same in every picture of the solution, and safe as an XML id: `element-commerce.shop`.
  public let id: String
  public let subject: ElementPath.Subject
  /// The place of its frame in the scene.
  public let frame: Int?
  public let size: Size
  public let look: Look
  public let name: [TextLine]
  /// The type and the technology.
  public let note: [TextLine]
  public let summary: [TextLine]
  /// Small words on the card's edge, such as `planned` or `3 ×`.
  public let chips: [TextLine]
  /// The whole content in words, for tooltips and screen readers.
  public let spoken: String
  /// The colour group by the view's `color-by`, a place in the legend's scale.
  public let colorGroup: Int?

  public init(
    id: String, subject: ElementPath.Subject, frame: Int?, size: Size, look: Look, name: [TextLine],
    note: [TextLine], summary: [TextLine], chips: [TextLine], spoken: String, colorGroup: Int? = nil
  ) {
    self.id = id
    self.subject = subject
    self.frame = frame
    self.size = size
    self.look = look
    self.name = name
    self.note = note
    self.summary = summary
    self.chips = chips
    self.spoken = spoken
    self.colorGroup = colorGroup
  }
}

/// A border around boxes that belong together.
public struct Frame: Hashable, Sendable {
  public let id: String
  public let subject: ElementPath.Subject
  /// The place of the frame around it; always smaller than its own.
  public let parent: Int?
  public let title: TextLine
  /// What it is: `system`, `zone`.
  public let note: TextLine?
  public let isExternal: Bool

  public init(
    id: String, subject: ElementPath.Subject, parent: Int?, title: TextLine, note: TextLine?,
    isExternal: Bool
  ) {
    self.id = id
    self.subject = subject
    self.parent = parent
    self.title = title
    self.note = note
    self.isExternal = isExternal
  }
}
