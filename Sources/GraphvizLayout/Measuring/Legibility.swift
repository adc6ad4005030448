/// What is hard to read in a picture, counted.
public struct Legibility: Hashable, Sendable {
  /// Pairs of labels that overlap.
  public var labelsOnLabels = 0
  public var labelsOnBoxes = 0
  public var labelsOnTitles = 0
  /// Labels farther than 24 pixels from their own line.
  public var labelsFarFromLine = 0
  /// Places where the line of one arrow runs through the label of another.
  public var linesThroughLabels = 0
  /// Places where a line runs through a box that it does not join.
  public var linesThroughBoxes = 0
  public var linesThroughTitles = 0
  /// Places where a line runs through a frame that holds neither of its ends.
  public var linesThroughFrames = 0
  /// Boxes that overlap, or stand across the border of a frame.
  public var boxesOutOfPlace = 0
  /// Places where two lines cross.
  public var crossings = 0
  /// The width for each unit of height.
  public var aspect = 1.0

  public init() {}

  /// What must not be in a picture at all.
  public var faults: Int {
    labelsOnLabels + labelsOnBoxes + labelsOnTitles + boxesOutOfPlace + linesThroughBoxes
  }

  /// The less, the better to read.
  ///
  /// A fault weighs as much as forty crossings.
  var burden: Double {
    let strip = aspect > 1 ? max(0, aspect / 2.4 - 1) : max(0, 0.75 / aspect - 1)
    return Double(40 * faults + 12 * linesThroughTitles + 3 * linesThroughLabels)
      + Double(4 * labelsFarFromLine + linesThroughFrames + crossings) + 6 * strip
  }
}
