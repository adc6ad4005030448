/// Where the marks of a sequence stand.
public struct PlacedSequence: Hashable, Sendable {
  /// The time of a box, from the top down.
  public struct Lifeline: Hashable, Sendable {
    public let x: Double
    public let top: Double
    public let bottom: Double

    public init(x: Double, top: Double, bottom: Double) {
      self.x = x
      self.top = top
      self.bottom = bottom
    }
  }

  /// One for each box.
  public let lifelines: [Lifeline]
  /// One for each fragment; its title stands in the upper left corner.
  public let fragments: [Rect]
  /// For each fragment the heights of the lines that part it.
  public let partings: [[Double]]
  /// For each arrow the left end of the baseline of its clock.
  public let clocks: [Point]

  public init(
    lifelines: [Lifeline], fragments: [Rect], partings: [[Double]], clocks: [Point]
  ) {
    self.lifelines = lifelines
    self.fragments = fragments
    self.partings = partings
    self.clocks = clocks
  }
}
