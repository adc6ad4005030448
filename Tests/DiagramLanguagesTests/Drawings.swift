import DiagramScene
import SolutionModel
import SolutionViews

/// Scenes with places, as far as other languages need them.
enum Drawings {
  /// Boxes in a row; frames where their boxes could be.
  static func grid(_ scene: Scene) -> PlacedScene {
    let rect = Rect(origin: Point(10, 10), size: Size(100, 50))
    let arrow = PlacedScene.PlacedArrow(
      start: Point(0, 0), segments: [.init(Point(1, 1), Point(2, 2), Point(3, 3))],
      tip: Point(4, 4),
      label: nil)
    return PlacedScene(
      scene: scene, boxes: scene.boxes.map { _ in rect }, frames: scene.frames.map { _ in rect },
      frameTitles: scene.frames.map { _ in rect }, arrows: scene.arrows.map { _ in arrow },
      size: Size(400, 300), notes: [])
  }

  /// Boxes with names, every one linked with the next; the first lies in a frame.
  static func scene(named names: [String]) -> Scene {
    let look = Box.Look(
      icon: .service, tone: .application, isExternal: true, lifecycle: nil, isFocus: false,
      isRedundant: false)
    let boxes = names.enumerated().map { place, name in
      let lines = TextWrapping(.boxTitle, width: 120).lines(of: name)
      return Box(
        id: "element-\(place)", subject: .element(ElementID(name)), frame: place == 0 ? 0 : nil,
        size: Size(200, 80), look: look, name: lines, note: lines, summary: lines, chips: [],
        spoken: name)
    }
    let arrows = names.indices.dropFirst().map { place in
      Arrow(
        id: "link-\(place)", links: [], source: place - 1, destination: place,
        stroke: Arrow.Stroke.allCases[place], status: nil,
        label: TextWrapping(.arrowLabel, width: 120).lines(of: names[place]),
        labelSize: Size(80, 20), steps: ["1"], spoken: "")
    }
    let clean = TextWrapping(.pictureTitle, width: 4000).lines(of: names[0]).map(\.text).joined()
    let title = LabelMetrics.line(clean, .frameTitle)
    return Scene(
      id: "view", title: clean, caption: clean, kind: .landscape, direction: .right,
      frames: [
        Frame(
          id: "frame", subject: .solution, parent: nil, title: title, note: title, isExternal: true)
      ], boxes: boxes, arrows: arrows, legend: Legend(entries: []))
  }
}
