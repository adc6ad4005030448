import DiagramScene
import MarkupText

/// The run of a placed arrow, as path data.
struct ArrowCurve {
  private static let headLength = 9.0
  private static let headWidth = 8.0

  let arrow: PlacedScene.PlacedArrow

  /// The line, from the start to where the head begins.
  var line: SVG {
    var data: SVG = "M\(arrow.start.x, arrow.start.y)"
    var from = arrow.start
    for segment in arrow.segments {
      let (first, second, end) = (segment.control1, segment.control2, segment.end)
      if isStraight(from: from, segment) {
        data += "L\(end.x, end.y)"
      } else {
        data += "C\(first.x, first.y) \(second.x, second.y) \(end.x, end.y)"
      }
      from = end
    }
    if arrow.segments.isEmpty { data += "L\(arrow.tip.x, arrow.tip.y)" }
    return data
  }

  /// The head: a triangle with its point at the tip.
  var head: SVG {
    let (dx, dy) = direction
    let tip = arrow.tip
    let foot = Point(tip.x - dx * Self.headLength, tip.y - dy * Self.headLength)
    let half = Self.headWidth / 2
    return """
      M\(tip.x, tip.y)L\(foot.x - dy * half, foot.y + dx * half)\
      l\(dy * Self.headWidth, -dx * Self.headWidth)z
      """
  }

  /// A point of the line, from 0 for the start to 1 for the end of the last segment; all segments
  /// count alike.
  func point(at share: Double) -> Point {
    guard !arrow.segments.isEmpty else {
      return Point(
        arrow.start.x + (arrow.tip.x - arrow.start.x) * share,
        arrow.start.y + (arrow.tip.y - arrow.start.y) * share)
    }
    let run = min(max(share, 0), 1) * Double(arrow.segments.count)
    let place = min(Int(run), arrow.segments.count - 1)
    let segment = arrow.segments[place]
    let from = place == 0 ? arrow.start : arrow.segments[place - 1].end
    let t = run - Double(place)
    func along(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
      let u = 1 - t
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
    }
    return Point(
      along(from.x, segment.control1.x, segment.control2.x, segment.end.x),
      along(from.y, segment.control1.y, segment.control2.y, segment.end.y))
  }

  /// The unit vector in which the line arrives.
  private var direction: (Double, Double) {
    let tip = arrow.tip
    let last = arrow.segments.last
    let candidates = [last?.end, last?.control2, last?.control1, arrow.start]
    for point in candidates.compactMap({ $0 }) {
      let (dx, dy) = (tip.x - point.x, tip.y - point.y)
      let length = (dx * dx + dy * dy).squareRoot()
      if length > 0.5 { return (dx / length, dy / length) }
    }
    return (0, 1)
  }

  /// Whether a segment runs within a twentieth of a pixel of a straight line.
  private func isStraight(from start: Point, _ segment: PlacedScene.Segment) -> Bool {
    let (dx, dy) = (segment.end.x - start.x, segment.end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.1 else { return false }
    return [segment.control1, segment.control2].allSatisfy { control in
      let (cx, cy) = (control.x - start.x, control.y - start.y)
      let along = (cx * dx + cy * dy) / length
      return abs(cx * dy - cy * dx) / length < 0.05 && along >= 0 && along <= length
    }
  }
}
