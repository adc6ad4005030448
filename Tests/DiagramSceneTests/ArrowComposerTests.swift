import DiagramScene
import SolutionModel
import TestSupport
import Testing

@Suite struct ArrowComposerTests {
  @Test(
    "the line tells how two elements interact",
    arguments: [
      ("rest", Arrow.Stroke.synchronous), ("topic", .asynchronous), ("sftp", .batch),
      ("ui-web-link", .userInterface), (nil, .unknown),
    ] as [(String?, Arrow.Stroke)])
  func drawsInteractions(via: String?, stroke: Arrow.Stroke) {
    #expect(arrow([SolutionSamples.link("a", "b", via: via)]).stroke == stroke)
  }

  @Test("of several interactions the one that binds most decides, and the others are named")
  func joinsStrokes() {
    let arrow = arrow([
      SolutionSamples.link("a", "b", "notifies", via: "topic", id: "l1"),
      SolutionSamples.link("a", "b", "asks", via: "rest", id: "l2"),
      SolutionSamples.link("a", "b", "copies", via: "sftp", id: "l3"),
    ])
    #expect(arrow.stroke == .synchronous)
    #expect(label(of: arrow).contains("also batch, asynchronous"))
    #expect(arrow.links.map(\.text) == ["l1", "l2", "l3"])
    #expect(arrow.spoken.contains("copies (File by SFTP, batch)"))
  }

  @Test("a label is the words, then the option in small")
  func labelsLinks() {
    let arrow = arrow([SolutionSamples.link("a", "b", "submits the order", via: "rest")])
    #expect(arrow.label.map(\.text) == ["submits the order", "REST call"])
    #expect(arrow.label.map(\.style) == [.arrowLabel, .arrowOption])
    #expect(arrow.spoken == "a to b: submits the order (REST call, synchronous)")
    #expect(self.arrow([SolutionSamples.link("a", "b")]).label.isEmpty)
    #expect(self.arrow([SolutionSamples.link("a", "b")]).labelSize == Size(0, 0))
  }

  @Test("an arrow of many links shows the first words and counts the rest")
  func countsLinks() {
    let links = (1...5).map { SolutionSamples.link("a", "b", "does \($0)", id: "l\($0)") }
    #expect(label(of: arrow(links)) == "does 1 +4 more")
    #expect(label(of: arrow(Array(links.prefix(3)))) == "does 1, does 2 +1 more")
    let same = (1...5).map { SolutionSamples.link("a", "b", "does", id: "l\($0)") }
    #expect(label(of: arrow(same)) == "does 5 links")
    let mute = (1...5).map { SolutionSamples.link("a", "b", via: "rest", id: "l\($0)") }
    #expect(label(of: arrow(mute)) == "5 links · REST call")
  }

  @Test("a status that all links share is told, but not agreed and live ones")
  func showsStatus() {
    let proposed = SolutionSamples.link("a", "b", id: "l1") { $0.status = .proposed }
    let live = SolutionSamples.link("a", "b", id: "l2") { $0.status = .live }
    #expect(arrow([proposed]).status == .proposed)
    #expect(label(of: arrow([proposed])) == "proposed")
    #expect(arrow([live]).status == nil)
    #expect(arrow([proposed, live]).status == nil)
    #expect(arrow([proposed, live]).spoken.contains("proposed"))
  }

  @Test("steps stand on their arrow, and what is optional or repeated is said")
  func showsSteps() {
    let arrow = SceneSamples.flow.arrows.first { $0.steps == ["4"] }
    #expect(arrow?.label.last?.text.hasSuffix("optional") == true)
    #expect(arrow?.spoken.hasPrefix("Step 4: Business events to ERP") == true)
  }

  private func arrow(_ links: [Link]) -> Arrow {
    let elements = ["a", "b"].map { SolutionSamples.element($0, .system) }
    return SceneSamples.scenes(of: Solution(name: "", elements: elements, links: links))[0].arrows[
      0]
  }

  private func label(of arrow: Arrow) -> String {
    arrow.label.map(\.text).joined(separator: " ")
  }
}
