import DiagramScene
import Testing

@testable import GraphvizLayout

/// What every placement keeps, whoever made it.
enum PlacementPromises {
  static func check(
    _ placement: Placement, of problem: LayoutProblem,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(placement.boxes.count == problem.boxes.count, sourceLocation: sourceLocation)
    #expect(placement.frames.count == problem.frames.count, sourceLocation: sourceLocation)
    #expect(placement.titles.count == problem.frames.count, sourceLocation: sourceLocation)
    #expect(placement.routes.count == problem.arrows.count, sourceLocation: sourceLocation)
    #expect(
      zip(placement.boxes, problem.boxes).allSatisfy { $0.size == $1.size },
      "boxes keep their sizes", sourceLocation: sourceLocation)
    let legibility = LegibilityMeter.measure(placement, of: problem)
    #expect(legibility.boxesOutOfPlace == 0, sourceLocation: sourceLocation)
    #expect(legibility.labelsOnLabels == 0, sourceLocation: sourceLocation)
    #expect(legibility.labelsOnBoxes == 0, sourceLocation: sourceLocation)
    let picture = Rect(origin: Point(0, 0), size: placement.size).grown(by: 0.01)
    for (frame, title) in zip(placement.frames, placement.titles) {
      #expect(picture.encloses(frame), sourceLocation: sourceLocation)
      #expect(frame.grown(by: 0.01).encloses(title), sourceLocation: sourceLocation)
    }
    for (frame, parent) in zip(placement.frames, problem.frames.map(\.parent)) {
      guard let parent else { continue }
      #expect(placement.frames[parent].encloses(frame), sourceLocation: sourceLocation)
    }
    checkRoutes(placement, of: problem, picture, sourceLocation)
  }

  private static func checkRoutes(
    _ placement: Placement, of problem: LayoutProblem, _ picture: Rect,
    _ sourceLocation: SourceLocation
  ) {
    for (route, arrow) in zip(placement.routes, problem.arrows) {
      #expect(
        route.points.count >= 4 && route.points.count % 3 == 1, sourceLocation: sourceLocation)
      guard let start = route.points.first else { continue }
      let source = placement.boxes[arrow.source]
      let destination = placement.boxes[arrow.destination]
      #expect(
        source.distance(to: start) < 2, "starts at its source", sourceLocation: sourceLocation)
      #expect(
        destination.distance(to: route.tip) < 2, "ends at its destination",
        sourceLocation: sourceLocation)
      #expect(picture.encloses(Polyline(route).bounds), sourceLocation: sourceLocation)
      if let label = route.label {
        #expect(picture.encloses(label), sourceLocation: sourceLocation)
        #expect(label.size == arrow.label, sourceLocation: sourceLocation)
      }
      let isNoted = placement.notes.contains { $0.hasSuffix("left out") }
      #expect(
        (route.label == nil) == (arrow.label == nil) || isNoted, "labels are not lost in silence",
        sourceLocation: sourceLocation)
    }
  }
}
