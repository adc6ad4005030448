import DiagramScene
import MarkupText

/// Draws what a sequence has beside cards and arrows: lifelines, borders around steps, and clocks.
struct SequencePainter {
  let scene: Scene
  let marks: SequenceMarks
  let places: PlacedSequence
  let arrows: [PlacedScene.PlacedArrow]

  /// Nil for a picture that is no sequence.
  init?(_ placed: PlacedScene) {
    guard let marks = placed.scene.sequence, let places = placed.sequence else { return nil }
    scene = placed.scene
    self.marks = marks
    self.places = places
    arrows = placed.arrows
  }

  /// What lies below the arrows.
  func paintGrounds(into svg: inout SVG) {
    for area in places.fragments { svg.appendRect("fragment", area, radius: 8) }
    svg += "<path class=\"lifelines\" d=\""
    for line in places.lifelines {
      svg += "M\(line.x, line.top)V\(line.bottom)"
    }
    svg += "\"/>"
    for (area, heights) in zip(places.fragments, places.partings) where !heights.isEmpty {
      svg += "<path class=\"parting\" d=\""
      for height in heights { svg += "M\(area.minX, height)H\(area.maxX)" }
      svg += "\"/>"
    }
    let critical = zip(marks.isCritical, arrows).filter(\.0).map { ArrowCurve(arrow: $1).line }
    if !critical.isEmpty { svg += "<path class=\"critical\" d=\"\(critical)\"/>" }
  }

  /// What lies above them.
  func paintWords(into svg: inout SVG) {
    for (fragment, area) in zip(marks.fragments, places.fragments) {
      let title = fragment.title
      let tab = Rect(origin: area.origin, size: Size(title.width + 20, title.style.lineHeight + 6))
      svg.appendRect("tab", tab, radius: 8)
      svg.append(
        title,
        at: Point(tab.minX + 10, tab.center.y - title.style.lineHeight / 2 + title.style.ascent))
    }
    for (clock, place) in zip(marks.clocks, places.clocks) {
      guard let clock else { continue }
      svg += "<text class=\"clock\" x=\"\(place.x)\" y=\"\(place.y)\">\(clock.text)</text>"
    }
  }
}
