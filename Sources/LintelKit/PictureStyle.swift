import DiagramLanguages
public import DiagramScene
import GraphvizLayout
public import MarkupText
import PictureExport
public import ScenePainting
import SolutionViews

/// How pictures are painted.
public struct PictureStyle: Sendable {
  public var theme: ThemeMode { painter.theme }
  /// Of PNG pictures: how many pixels stand for one of the drawing.
  public var scale = 2.0

  private let painter: ScenePainter

  /// The words for `init(named:)`.
  public static let themeNames = ThemeCatalog.modes.map(\.name)

  /// Fails for a theme that does not exist.
  public init?(named name: String) {
    guard let theme = ThemeCatalog.mode(named: name) else { return nil }
    painter = ScenePainter(theme: theme)
  }

  public init() { painter = ScenePainter() }

  public func svg(_ drawing: Drawing, overlay: Overlay? = nil, idPrefix: String = "") -> SVG {
    var painter = painter
    painter.overlay = overlay
    painter.idPrefix = idPrefix
    return painter.paint(drawing.placed)
  }

  /// The picture as the bytes of a file.
  ///
  /// PNG and PDF cannot follow a reader's colour scheme: the theme `auto` is light there.
  ///
  /// - Throws: `LintelError.picture` when the libraries for PNG and PDF are not there.
  public func bytes(_ drawing: Drawing, as format: PictureFormat, overlay: Overlay? = nil)
    throws(LintelError) -> [UInt8]
  {
    switch format {
    case .svg: return svg(drawing, overlay: overlay).utf8
    case .dot: return Array(DOTWriter.text(of: drawing.placed.scene).utf8)
    case .language(let language): return Array(language.text(of: drawing.placed).utf8)
    case .png:
      let text = fixedSVG(drawing, overlay)
      return try exported { () throws in try PictureExport.png(svg: text, scale: scale).bytes }
    case .pdf:
      let text = fixedSVG(drawing, overlay)
      return try exported { () throws in
        try PictureExport.pdf(svg: text, title: drawing.view.title).bytes
      }
    }
  }

  /// In a theme that does not ask for the reader's colour scheme.
  private func fixedSVG(_ drawing: Drawing, _ overlay: Overlay?) -> String {
    let fixed = theme.name == "auto" ? ThemeMode.resolved(ThemeCatalog.light) : theme
    return ScenePainter(theme: fixed, overlay: overlay).paint(drawing.placed).text
  }

  private func exported(_ export: () throws -> [UInt8]) throws(LintelError) -> [UInt8] {
    do { return try export() } catch { throw .picture("\(error)") }
  }
}
