import DiagramScene
import SolutionModel
import SolutionViews

/// Scenes made by hand, so that painting is tested without a layout.
struct SampleScene {
  var title = "Order to cash"
  var caption = "Every element of the solution and how they use each other"
  var boxes: [Box] = []
  var areas: [Rect] = []
  var frames: [Frame] = []
  var frameAreas: [Rect] = []
  var arrows: [Arrow] = []
  var placedArrows: [PlacedScene.PlacedArrow] = []
  var legend: [Legend.Entry] = []
  var notes: [String] = []

  var placed: PlacedScene {
    PlacedScene(
      scene: Scene(
        id: "sample", title: title, caption: caption, kind: .landscape, direction: nil,
        frames: frames, boxes: boxes, arrows: arrows, legend: Legend(entries: legend)),
      boxes: areas, frames: frameAreas,
      frameTitles: zip(frames, frameAreas).map { frame, area in
        Rect(origin: Point(area.minX + 16, area.minY + 10), size: frame.titleSize)
      },
      arrows: placedArrows,
      size: (areas + frameAreas + placedArrows.compactMap(\.label)).reduce(Size(0, 0)) {
        Size(max($0.width, $1.maxX), max($0.height, $1.maxY))
      },
      notes: notes)
  }

  /// Adds a card with its upper left corner at (x, y).
  mutating func add(
    _ id: String, _ name: String, _ icon: Icon, _ tone: Tone, note: String = "",
    summary: String = "", chips: [String] = [], at x: Double, _ y: Double, width: Double = 220,
    frame: Int? = nil, lifecycle: Lifecycle? = nil, external: Bool = false, focus: Bool = false,
    redundant: Bool = false, group: Int? = nil
  ) {
    let inner = width - CardPlan.padding * 2
    let beside = width - CardPlan.headingIndent - CardPlan.padding
    let nameLines = TextWrapping(.boxTitle, width: beside).lines(of: name)
    let noteLines = TextWrapping(.boxNote, width: beside).lines(of: note)
    let summaryLines = TextWrapping(.boxText, width: inner).lines(of: summary)
    let chipLines = chips.map { LabelMetrics.line($0, .badge) }
    let plan = CardPlan(
      width: width, name: nameLines, note: noteLines, summary: summaryLines, chips: chipLines)
    boxes.append(
      Box(
        id: "element-\(id)", subject: .element(ElementID(id)), frame: frame, size: plan.size,
        look: Box.Look(
          icon: icon, tone: tone, isExternal: external, lifecycle: lifecycle, isFocus: focus,
          isRedundant: redundant),
        name: nameLines, note: noteLines, summary: summaryLines, chips: chipLines,
        spoken: "\(name): \(note). \(summary)", colorGroup: group))
    areas.append(Rect(origin: Point(x, y), size: plan.size))
  }

  mutating func addFrame(
    _ id: String, _ title: String, note: String?, _ area: Rect, parent: Int? = nil,
    external: Bool = false
  ) {
    frames.append(
      Frame(
        id: "frame_element-\(id)", subject: .element(ElementID(id)), parent: parent,
        title: LabelMetrics.line(title, .frameTitle),
        note: note.map { LabelMetrics.line($0, .frameNote) }, isExternal: external))
    frameAreas.append(area)
  }

  /// Adds an arrow between the two boxes of that name, straight through the points.
  mutating func connect(
    _ source: Int, _ destination: Int, _ words: String, _ option: String = "",
    _ stroke: Arrow.Stroke = .synchronous, through points: [Point], label: Point? = nil,
    status: LinkStatus? = nil, steps: [String] = []
  ) {
    let lines =
      TextWrapping(.arrowLabel, width: 120).lines(of: words)
      + TextWrapping(.arrowOption, width: 120).lines(of: option)
    let plan = LabelPlan(label: lines, steps: steps)
    let id = LinkID("\(boxes[source].subject.name)->\(boxes[destination].subject.name)")
    arrows.append(
      Arrow(
        id: "link-\(boxes[source].subject.name)..\(boxes[destination].subject.name)", links: [id],
        source: source, destination: destination, stroke: stroke, status: status, label: lines,
        labelSize: plan.size, steps: steps, spoken: "\(id): \(words) by \(option)"))
    placedArrows.append(Self.curve(through: points, label: label, size: plan.size))
  }

  /// A smooth line through two, or with two control points through four points.
  private static func curve(
    through points: [Point], label: Point?, size: Size
  ) -> PlacedScene.PlacedArrow {
    let start = points[0]
    let tip = points[points.count - 1]
    let before = points.count == 4 ? points[2] : start
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let end = Point(tip.x - dx / length * 9, tip.y - dy / length * 9)
    let segment =
      points.count == 4
      ? PlacedScene.Segment(points[1], points[2], end) : PlacedScene.Segment(start, end, end)
    return PlacedScene.PlacedArrow(
      start: start, segments: [segment], tip: tip,
      label: label.map { Rect(center: $0, size: size) })
  }

  mutating func explain(_ mark: Legend.Entry.Mark, _ text: String) {
    legend.append(Legend.Entry(mark: mark, text: LabelMetrics.line(text, .legend)))
  }
}
