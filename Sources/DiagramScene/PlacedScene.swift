/// A scene with a place for everything in it.
public struct PlacedScene: Hashable, Sendable {
  /// A cubic Bézier segment; it starts where the one before it ends.
  public struct Segment: Hashable, Sendable {
    public let control1: Point
    public let control2: Point
    public let end: Point

    public init(_ control1: Point, _ control2: Point, _ end: Point) {
      self.control1 = control1
      self.control2 = control2
      self.end = end
    }
  }

  public struct PlacedArrow: Hashable, Sendable {
    public let start: Point
    public let segments: [Segment]
    /// Where the head's point touches the destination; the last segment ends where the head begins.
    public let tip: Point
    /// Where the label stands; nil when there is none.
    public let label: Rect?

    public init(start: Point, segments: [Segment], tip: Point, label: Rect?) {
      self.start = start
      self.segments = segments
      self.tip = tip
      self.label = label
    }
  }

  public let scene: Scene
  /// One for each box of the scene, in its order; likewise frames and arrows.
  public let boxes: [Rect]
  public let frames: [Rect]
  /// Where each frame's title stands.
  public let frameTitles: [Rect]
  public let arrows: [PlacedArrow]
  /// The extent of all of these from (0, 0); titles and legends are the painter's.
  public let size: Size
  /// What a reader should know, such as that a simpler layout was used.
  public let notes: [String]
  /// For a scene with a sequence.
  public let sequence: PlacedSequence?

  public init(
    scene: Scene, boxes: [Rect], frames: [Rect], frameTitles: [Rect], arrows: [PlacedArrow],
    size: Size, notes: [String], sequence: PlacedSequence? = nil
  ) {
    self.scene = scene
    self.boxes = boxes
    self.frames = frames
    self.frameTitles = frameTitles
    self.arrows = arrows
    self.size = size
    self.notes = notes
    self.sequence = sequence
  }
}
