import DiagramScene
import GraphvizLayout
import LintelKit
import MachinePorts

extension Bench {
  /// Sixty views of twelve elements: all of the drawing against what Graphviz alone takes for the
  /// same graphs in one process, and the painting against the placing.
  func drawing() throws -> [Promise] {
    let path = try model("bench-views", elements: 720, links: 1440, flows: 0, views: 60)
    let workspace = try Workspace(at: path, on: machine)
    let views = try workspace.views(workspace.solution.views.map(\.id.text))
    let composer = SceneComposer(workspace.solution)
    let plain = PlainLayout(views.map(composer.scene))
    let style = PictureStyle()
    var own: [Duration] = []
    var graphviz: [Duration] = []
    var placing: [Duration] = []
    var painting: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0...runs {
      let start = clock.now
      let drawings = try workspace.drawings(of: views, on: machine)
      let placed = clock.now
      for drawing in drawings { _ = style.svg(drawing) }
      let painted = clock.now
      own.append(painted - start)
      placing.append(placed - start)
      painting.append(painted - placed)
      graphviz.append(try clock.measure { _ = try plain.run() })
    }
    return [
      Promise(
        name: "\(views.count) views drawn against Graphviz alone",
        figure: median(own) / median(graphviz), bound: 0.8, unit: " times"),
      Promise(
        name: "painting against placing", figure: median(painting) / median(placing), bound: 0.25,
        unit: " times"),
    ]
  }

  /// The first run, which warms the caches up, is left out.
  private func median(_ times: [Duration]) -> Duration {
    times.dropFirst().sorted()[(times.count - 1) / 2]
  }
}
