import DiagramScene
import SolutionModel
import TestSupport
import Testing

@testable import GraphvizLayout

@Suite struct ProblemLayoutTests {
  private func place(_ problem: LayoutProblem) throws -> Placement {
    try FreshEngine.place(problem)
  }

  @Test("random pictures keep the promises and have no faults", arguments: 0..<40)
  func randomPictures(seed: Int) throws {
    let problem = SampleProblem.random(seed: seed, boxes: 5 + seed * 7 % 36, frames: seed % 6)
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    let legibility = LegibilityMeter.measure(placement, of: problem)
    #expect(legibility.faults == 0)
    #expect(legibility.linesThroughTitles == 0)
    #expect(legibility.labelsFarFromLine == 0)
    #expect(placement.notes == [])
  }

  @Test("the views of the sample solution have no faults", arguments: SceneSamples.all)
  func sampleViews(scene: Scene) throws {
    let placed = try GraphvizLayout.placeInProcess(scene)
    let legibility = LegibilityMeter.measure(placed)
    #expect(legibility.faults == 0)
    #expect(legibility.linesThroughTitles == 0)
    #expect(placed.arrows.count == scene.arrows.count)
    #expect(placed.notes == [])
  }

  @Test("a picture of nothing has no size, and one box is the picture")
  func smallestPictures() throws {
    let nothing = try place(SampleProblem.plain(boxes: 0))
    #expect(nothing.size == Size(0, 0))
    let one = try place(SampleProblem.plain(boxes: 1))
    #expect(one.boxes == [Rect(origin: Point(0, 0), size: Size(200, 80))])
    #expect(one.size == Size(200, 80))
  }

  @Test("empty frames are drawn, around each other too")
  func emptyFrames() throws {
    let title = Size(90, 22)
    let problem = SampleProblem.plain(
      boxes: 1,
      frames: [
        LayoutProblem.Frame(parent: nil, title: title),
        LayoutProblem.Frame(parent: 0, title: title),
        LayoutProblem.Frame(parent: nil, title: title),
      ])
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    #expect(placement.frames.allSatisfy { $0.size.width > 90 && $0.size.height > 22 })
  }

  @Test("loops, arrows side by side and there and back are all drawn")
  func parallelArrows() throws {
    let problem = SampleProblem.plain(
      boxes: 2, arrows: [(0, 0), (0, 0), (0, 1), (0, 1), (0, 1), (1, 0), (1, 1)],
      label: Size(80, 24))
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    #expect(Set(placement.routes.map(\.points)).count == 7)
  }

  @Test("forty boxes without arrows stand in rows, in a frame and outside")
  func boxesWithoutArrows() throws {
    let frame = LayoutProblem.Frame(parent: nil, title: Size(90, 22))
    let inside = Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, 0) })
    let problem = SampleProblem.plain(
      boxes: 42, arrows: [(0, 41)], frames: [frame], frameOf: inside)
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    #expect((0.4...2.8).contains(placement.aspect))
  }

  @Test("a box that forty others use is no strip", arguments: [true, false])
  func wideFans(isCalled: Bool) throws {
    let arrows = (1...40).map { isCalled ? ($0, 0) : (0, $0) }
    let problem = SampleProblem.plain(boxes: 41, arrows: arrows, label: Size(80, 24))
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    #expect((0.4...2.8).contains(placement.aspect))
  }

  @Test("people stand above what calls them back")
  func peopleStandFirst() throws {
    let problem = LayoutProblem(
      direction: .down, frames: [],
      boxes: [
        LayoutProblem.Box(size: Size(200, 80), frame: nil, isPerson: false),
        LayoutProblem.Box(size: Size(200, 80), frame: nil, isPerson: true),
      ], arrows: [LayoutProblem.Arrow(source: 0, destination: 1, label: nil)], effort: .full)
    let placement = try place(problem)
    #expect(placement.boxes[1].maxY < placement.boxes[0].minY)
    #expect(placement.routes[0].tip.y < placement.routes[0].points[0].y)
  }

  @Test("a direction that is asked for is kept")
  func directions() throws {
    for direction in ViewDefinition.Direction.allCases {
      let chain = LayoutProblem(
        direction: direction, frames: [],
        boxes: (0..<3).map { _ in
          LayoutProblem.Box(size: Size(200, 80), frame: nil, isPerson: false)
        },
        arrows: [(0, 1), (1, 2)].map {
          LayoutProblem.Arrow(source: $0.0, destination: $0.1, label: nil)
        }, effort: .full)
      let placement = try place(chain)
      #expect((placement.aspect > 1) == (direction == .right))
    }
  }

  @Test("the same problem gets the same places, whatever was placed before")
  func isDeterministic() throws {
    let problems = (0..<12).map { SampleProblem.random(seed: $0, boxes: 6 + $0) }
    let first = try problems.map(place)
    let again = try problems.reversed().map(place).reversed()
    #expect(first == Array(again))
  }

  @Test("two processes give the same places")
  func isTheSameInEveryProcess() async throws {
    var digests: Set<String> = []
    for noise in 0..<3 {
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) { [noise = noise as Int] in
        for seed in 0..<noise {
          _ = try FreshEngine.place(SampleProblem.random(seed: 50 + seed, boxes: 9))
        }
        let problem = SampleProblem.random(seed: 4, boxes: 24, frames: 4)
        let bytes = try FreshEngine.place(problem).bytes
        let digest = bytes.reduce(14_695_981_039_346_656_037 as UInt64) {
          ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        print("digest=\(digest).")
      }
      let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
      let line = try #require(output.split(separator: "\n").first { $0.contains("digest=") })
      digests.insert(String(line))
    }
    #expect(digests.count == 1)
  }

  @Test("a large picture gets a simpler layout and a note", .timeLimit(.minutes(5)))
  func largePictures() throws {
    let problem = SampleProblem.random(seed: 8, boxes: 500, arrowsEach: 2.2, frames: 25)
    #expect(problem.arrows.count > 900)
    let placement = try place(problem)
    PlacementPromises.check(placement, of: problem)
    #expect(placement.notes.first == "the picture is large, so a simpler layout is used")
  }

  @Test("the largest pictures are placed without Graphviz")
  func largestPictures() throws {
    let problem = SampleProblem.random(seed: 9, boxes: 2_000, arrowsEach: 2.2, frames: 60)
    #expect(problem.effort == .grid)
    let placement = try place(problem)
    #expect(placement.boxes.count == 2_000)
    #expect(placement.routes.allSatisfy { $0.points.count == 4 })
    #expect(placement.notes.count == 2)
  }
}
