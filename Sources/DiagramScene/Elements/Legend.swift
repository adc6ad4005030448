/// What the marks of one picture mean; only those that it uses.
public struct Legend: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public enum Mark: Hashable, Sendable {
      case icon(Icon, Tone)
      case stroke(Arrow.Stroke)
      /// A card's border: `external`, `planned`, `retired`, and the like.
      case border(String)
      /// A colour of the `color-by` scale, by its place.
      case colorGroup(Int)
      /// Words alone, such as which end of an arrow starts.
      case text
    }
    public let mark: Mark
    public let text: TextLine

    public init(mark: Mark, text: TextLine) {
      self.mark = mark
      self.text = text
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }
}
