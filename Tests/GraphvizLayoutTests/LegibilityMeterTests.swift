import DiagramScene
import Testing

@testable import GraphvizLayout

@Suite struct LegibilityMeterTests {
  /// Two boxes one above the other and a line between them.
  private func sample(label: Rect?, extra: [Rect] = [], second: Placement.Route? = nil)
    -> (Placement, LayoutProblem)
  {
    let boxes =
      [
        Rect(origin: Point(0, 0), size: Size(100, 40)),
        Rect(origin: Point(0, 200), size: Size(100, 40)),
      ]
      + extra
    var route = Placement.Route(from: Point(50, 40), to: Point(50, 200))
    route.label = label
    let problem = SampleProblem.plain(
      boxes: boxes.count, arrows: second == nil ? [(0, 1)] : [(0, 1), (0, 1)])
    let placement = Placement(
      boxes: boxes, frames: [], titles: [], routes: [route] + (second.map { [$0] } ?? []),
      size: Size(400, 240))
    return (placement, problem)
  }

  @Test("a clean picture has no faults")
  func clean() {
    let (placement, problem) = sample(label: Rect(origin: Point(52, 100), size: Size(60, 20)))
    let legibility = LegibilityMeter.measure(placement, of: problem)
    #expect(legibility.faults == 0)
    #expect(legibility.crossings == 0)
    #expect(legibility.labelsFarFromLine == 0)
  }

  @Test("labels on boxes and labels far from their line are counted")
  func labels() {
    let onBox = sample(label: Rect(origin: Point(60, 30), size: Size(60, 20)))
    #expect(LegibilityMeter.measure(onBox.0, of: onBox.1).labelsOnBoxes == 1)
    let far = sample(label: Rect(origin: Point(90, 100), size: Size(60, 20)))
    #expect(LegibilityMeter.measure(far.0, of: far.1).labelsFarFromLine == 1)
  }

  @Test("a line through a foreign box is counted, one that touches its border is not")
  func linesThroughBoxes() {
    let through = sample(label: nil, extra: [Rect(origin: Point(30, 90), size: Size(40, 40))])
    #expect(LegibilityMeter.measure(through.0, of: through.1).linesThroughBoxes == 1)
    let beside = sample(label: nil, extra: [Rect(origin: Point(50, 90), size: Size(40, 40))])
    #expect(LegibilityMeter.measure(beside.0, of: beside.1).linesThroughBoxes == 0)
  }

  @Test("crossing lines, lines through labels and labels on labels are counted")
  func pairs() {
    var other = Placement.Route(from: Point(0, 60), to: Point(100, 180))
    other.label = Rect(origin: Point(60, 100), size: Size(60, 20))
    let (placement, problem) = sample(
      label: Rect(origin: Point(40, 105), size: Size(60, 20)), second: other)
    let legibility = LegibilityMeter.measure(placement, of: problem)
    #expect(legibility.crossings == 1)
    #expect(legibility.labelsOnLabels == 1)
    #expect(legibility.linesThroughLabels == 1)
  }

  @Test("boxes that overlap or stand across a frame are counted")
  func boxesOutOfPlace() {
    let frame = LayoutProblem.Frame(parent: nil, title: Size(40, 20))
    let problem = SampleProblem.plain(boxes: 3, frames: [frame], frameOf: [0: 0])
    let placement = Placement(
      boxes: [
        Rect(origin: Point(10, 30), size: Size(200, 80)),
        Rect(origin: Point(100, 60), size: Size(200, 80)),
        Rect(origin: Point(500, 0), size: Size(200, 80)),
      ], frames: [Rect(origin: Point(0, 0), size: Size(220, 120))],
      titles: [Rect(origin: Point(5, 5), size: Size(40, 20))], routes: [], size: Size(700, 140))
    #expect(LegibilityMeter.measure(placement, of: problem).boxesOutOfPlace == 2)
  }
}
