import DiagramScene
import TestSupport
import Testing

@testable import GraphvizLayout

@Suite struct GeometryTests {
  private let unit = Rect(origin: Point(10, 10), size: Size(20, 10))

  @Test(
    "a line crosses a rectangle just when one of many points on it lies inside", arguments: 0..<20)
  func crossingAgainstSampling(seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let start = Point(Double(random.number(below: 40)), Double(random.number(below: 30)))
      let end = Point(Double(random.number(below: 40)), Double(random.number(below: 30)))
      let isInside = (0...2_000).contains { step in
        let point = start.towards(end, by: Double(step) / 2_000)
        return point.x > unit.minX && point.x < unit.maxX && point.y > unit.minY
          && point.y < unit.maxY
      }
      #expect(unit.isCrossed(from: start, to: end) == isInside, "\(start) \(end)")
    }
  }

  @Test("a way leads around a wall, and there is none out of a ring of walls")
  func shortestPaths() throws {
    let source = Rect(origin: Point(0, 0), size: Size(20, 20))
    let destination = Rect(origin: Point(200, 0), size: Size(20, 20))
    let wall = Rect(origin: Point(100, -50), size: Size(10, 200))
    let straight = try #require(ShortestPath(from: source, to: destination, around: []).points)
    #expect(straight == [Point(20, 10), Point(200, 10)])
    let path = try #require(ShortestPath(from: source, to: destination, around: [wall]).points)
    #expect(path.count == 4)
    for (start, end) in zip(path, path.dropFirst()) {
      #expect(!wall.isCrossed(from: start, to: end))
    }
    let ring = [
      Rect(origin: Point(-40, -40), size: Size(100, 10)),
      Rect(origin: Point(-40, 60), size: Size(100, 10)),
      Rect(origin: Point(-40, -40), size: Size(10, 110)),
      Rect(origin: Point(50, -40), size: Size(10, 110)),
    ]
    #expect(ShortestPath(from: source, to: destination, around: ring).points == nil)
  }

  @Test("a rounded way stays within its bends and keeps its ends")
  func roundedWays() {
    let path = [Point(0, 0), Point(100, 0), Point(100, 100), Point(200, 100)]
    let route = Placement.Route(rounding: path, label: nil)
    #expect(route.points.first == path.first)
    #expect(route.tip == path.last)
    #expect(route.points.count % 3 == 1)
    let bounds = Rect(origin: Point(0, 0), size: Size(200, 100))
    #expect(route.points.allSatisfy(bounds.grown(by: 0.001).contains))
  }

  @Test("packed rectangles do not overlap and fill the size that is told", arguments: 0..<20)
  func shelves(seed: Int) {
    var random = SeededRandom(seed: seed)
    let sizes = (0..<(1 + seed * 3)).map { _ in
      Size(Double(10 + random.number(below: 300)), Double(10 + random.number(below: 200)))
    }
    let (corners, size) = ShelfPacking.pack(sizes, gap: 10)
    let rects = zip(corners, sizes).map { Rect(origin: $0, size: $1) }
    for (place, rect) in rects.enumerated() {
      #expect(!rects[(place + 1)...].contains { $0.overlaps(rect) })
      #expect(Rect(origin: Point(0, 0), size: size).encloses(rect))
    }
  }

  @Test("a shuffled order holds every place once, and one more place leaves the others in order")
  func shuffledOrders() {
    #expect(ShuffledOrder.of([], turn: 1) == [])
    let keys = (0..<50).map { UInt64($0 * $0) }
    for turn in 1..<9 {
      let order = ShuffledOrder.of(keys, turn: turn)
      #expect(order.sorted() == Array(0..<50))
      #expect(order != ShuffledOrder.of(keys, turn: turn + 1))
      #expect(ShuffledOrder.of(keys + [9_999], turn: turn).filter { $0 < 50 } == order)
    }
  }
}
