import DiagramScene
import MarkupText
import SolutionModel

/// Draws the frames: their grounds below everything, their titles above the lines.
struct FramePainter {
  private static let radius = 12.0

  let placed: PlacedScene
  let idPrefix: String
  let link: ScenePainter.LinkTarget?

  /// The grounds, the outer ones first, each above its own glow.
  func paintGrounds(marks: OverlayPainter?, into svg: inout SVG) {
    let grounds = Grounds(placed)
    for (place, frame) in placed.scene.frames.enumerated() {
      marks?.paintGlow(ofFrame: place, into: &svg)
      var classes: SVG = "frame"
      if grounds.isInner(place) { classes += " inner" }
      if frame.isExternal { classes += " external" }
      svg.appendRect(classes, placed.frames[place], radius: Self.radius)
    }
  }

  func paintTitles(into svg: inout SVG) {
    let grounds = Grounds(placed)
    for (place, frame) in placed.scene.frames.enumerated() {
      let area = placed.frameTitles[place]
      let target = LinkURL(frame.subject, by: link)
      target?.open(into: &svg)
      svg += """
        <g id="\(idPrefix)\(frame.id)" class="frame-heading\(grounds.className(of: place))" \
        \(frame.subject.attribute)="\(frame.subject.name)">
        """
      svg.appendRect("plate", area)
      let style = frame.title.style
      let baseline = area.center.y - style.lineHeight / 2 + style.ascent
      svg.append(frame.title, at: Point(area.minX, baseline))
      if let note = frame.note {
        svg.append(note, at: Point(area.minX + frame.title.width + 8, baseline))
      }
      svg += "</g>"
      target?.close(into: &svg)
    }
  }
}
