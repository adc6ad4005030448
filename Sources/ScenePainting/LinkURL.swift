import DiagramScene
import MarkupText
import SolutionModel

/// Where a reader goes from a mark of the picture: a relative URL and nothing else.
struct LinkURL {
  private let text: String

  /// Nil where there is nothing to go to, and for whatever a browser could take for a script or for
  /// another host.
  init?(_ subject: ElementPath.Subject, by link: ScenePainter.LinkTarget?) {
    guard let text = link?(subject), Self.isRelative(text) else { return nil }
    self.text = text
  }

  func open(into svg: inout SVG) { svg += "<a href=\"\(text)\">" }

  func close(into svg: inout SVG) { svg += "</a>" }

  /// Browsers drop white space and control characters inside a URL and take `\` for `/`, so none of
  /// these may occur; a colon may stand only behind the first `/`, `?` or `#` (RFC 3986, 4.2).
  static func isRelative(_ text: String) -> Bool {
    guard !text.isEmpty, !text.hasPrefix("//") else { return false }
    var isInFirstSegment = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": return false
      case _ where scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value): return false
      case ":" where isInFirstSegment: return false
      case "/", "?", "#": isInFirstSegment = false
      default: continue
      }
    }
    return true
  }
}
