import DiagramScene
import MarkupText
import ScenePainting
import SequenceLayout
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct SequenceLayoutTests {
  private static let samples =
    SceneSamples.sequences(of: SolutionSamples.orderToCash)
    + (1...30).flatMap { SceneSamples.sequences(of: RandomSolution.solution(size: 30, seed: $0)) }

  @Test("no card, label or border of steps lies on another that it does not hold")
  func overlaps() {
    #expect(Self.samples.count > 20)
    for scene in Self.samples {
      let placed = SequenceLayout.place(scene)
      let labels = placed.arrows.compactMap(\.label)
      for (place, label) in labels.enumerated() {
        #expect(!labels[(place + 1)...].contains(where: label.overlaps), "\(scene.id)")
        #expect(!placed.boxes.contains(where: label.overlaps), "\(scene.id)")
        #expect(label.minX >= 0 && label.maxX <= placed.size.width, "\(scene.id)")
      }
      for (place, box) in placed.boxes.enumerated() {
        #expect(!placed.boxes[(place + 1)...].contains(where: box.overlaps), "\(scene.id)")
      }
      for area in placed.sequence?.fragments ?? [] {
        #expect(!placed.boxes.contains(where: area.overlaps), "\(scene.id)")
        for label in labels where area.overlaps(label) {
          #expect(area.minX <= label.minX && label.maxX <= area.maxX, "\(scene.id)")
          #expect(area.minY <= label.minY && label.maxY <= area.maxY, "\(scene.id)")
        }
      }
    }
  }

  @Test("steps go down, from lifeline to lifeline")
  func order() {
    for scene in Self.samples {
      let placed = SequenceLayout.place(scene)
      guard let sequence = placed.sequence else {
        Issue.record("no sequence")
        continue
      }
      let heights = placed.arrows.map(\.tip.y)
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 })
      for (arrow, run) in zip(scene.arrows, placed.arrows) {
        #expect(run.start.x == sequence.lifelines[arrow.source].x)
        #expect(run.tip.x == sequence.lifelines[arrow.destination].x)
        #expect(run.tip.y <= sequence.lifelines[arrow.source].bottom)
      }
    }
  }

  @Test("every lifeline, border and clock is painted")
  func painting() throws {
    let scene = try #require(Self.samples.max { $0.arrows.count < $1.arrows.count })
    let svg = ScenePainter().paint(SequenceLayout.place(scene)).text
    let sequence = try #require(scene.sequence)
    #expect(svg.ranges(of: "class=\"fragment\"").count == sequence.fragments.count)
    #expect(svg.ranges(of: "class=\"clock\"").count == sequence.clocks.compactMap { $0 }.count)
    #expect(svg.contains("class=\"lifelines\""))
  }
}
