public import DiagramScene
public import MarkupText
public import SolutionModel

/// Draws placed scenes as SVG: strokes and colours only, no place is decided here but those of the
/// heading, the legend and the notes around the picture.
///
/// Making one writes the theme's style sheet, which costs more than a small picture; so one painter
/// should paint them all, with another overlay or prefix set on a copy.
public struct ScenePainter: Sendable {
  /// Answers where a reader goes from something on the picture, as a relative URL; nil for nowhere.
  public typealias LinkTarget = @Sendable (ElementPath.Subject) -> String?

  public let theme: ThemeMode
  /// Marks laid over the picture; nil for a picture without any.
  public var overlay: Overlay?
  /// Stands before every id, so that several pictures can stand in one page.
  public var idPrefix: String
  /// Whether the style sheet stands inside each picture; without, the page must hold `styleSheet`.
  public var embedsStyle: Bool
  private let link: LinkTarget?
  private let style: StyleSheet

  public init(
    theme: ThemeMode = ThemeCatalog.auto, overlay: Overlay? = nil, link: LinkTarget? = nil,
    idPrefix: String = "", embedsStyle: Bool = true
  ) {
    self.theme = theme
    self.overlay = overlay
    self.link = link
    self.idPrefix = idPrefix
    self.embedsStyle = embedsStyle
    style = StyleSheet(mode: theme)
  }

  /// All rules that pictures of this theme may need, for a `style` element.
  public var styleSheet: SVG { style.text(of: StylePart.all) }

  /// The whole document, which can stand inside a page as well.
  ///
  /// - Complexity: O(n) in the marks of the scene, times the frames for finding what a label lies on.
  public func paint(_ placed: PlacedScene) -> SVG {
    let page = PageLayout(placed, overlay: overlay)
    var svg = SVG()
    svg.reserve(16_000 + 1_000 * (placed.boxes.count + placed.arrows.count))
    open(placed.scene, page: page, into: &svg)
    IconPainter(idPrefix: idPrefix).paintShapes(of: placed.scene, into: &svg)
    HeadingPainter(page: page).paint(into: &svg)
    svg += "<g transform=\"translate(\(page.origin.x, page.origin.y))\">"
    let frames = FramePainter(placed: placed, idPrefix: idPrefix, link: link)
    let arrows = ArrowPainter(placed: placed, idPrefix: idPrefix, link: link)
    let marks = overlay.map { OverlayPainter(placed: placed, overlay: $0, idPrefix: idPrefix) }
    let sequence = SequencePainter(placed)
    frames.paintGrounds(marks: marks, into: &svg)
    sequence?.paintGrounds(into: &svg)
    marks?.paintGlows(into: &svg)
    arrows.paintLines(into: &svg)
    frames.paintTitles(into: &svg)
    sequence?.paintWords(into: &svg)
    BoxPainter(placed: placed, idPrefix: idPrefix, link: link).paint(into: &svg)
    arrows.paintArrows(into: &svg)
    marks?.paintBadges(into: &svg)
    svg += "</g>"
    LegendPainter(page: page, idPrefix: idPrefix).paint(into: &svg)
    svg += "</svg>\n"
    return svg
  }

  private func open(_ scene: Scene, page: PageLayout, into svg: inout SVG) {
    let size = page.size
    svg += """
      <svg xmlns="http://www.w3.org/2000/svg" class="diagram \(StyleSheet.className(of: theme))" \
      width="\(size.width)" height="\(size.height)" viewBox="0 0 \(size.width, size.height)" \
      role="graphics-document document" aria-roledescription="diagram" \
      aria-labelledby="\(idPrefix)picture-title" aria-describedby="\(idPrefix)picture-description" \
      data-view="\(scene.id)">\
      <title id="\(idPrefix)picture-title">\(scene.title)</title>\
      <desc id="\(idPrefix)picture-description">\(scene.spokenSummary)</desc>
      """
    appendStyle(of: scene, into: &svg)
    svg += "<rect class=\"paper\" width=\"\(size.width)\" height=\"\(size.height)\"/>"
  }

  private func appendStyle(of scene: Scene, into svg: inout SVG) {
    svg += "<style>"
    if embedsStyle { svg += style.text(of: StylePart.parts(of: scene, overlay: overlay)) }
    if scene.boxes.count <= Self.mostNeighbourRules {
      NeighbourRules(scene: scene, mode: theme).append(to: &svg)
    }
    svg += "</style>"
  }

  /// A rule a box costs bytes; on larger pictures the page's script may do it.
  private static let mostNeighbourRules = 40
}
