import DiagramScene
import MarkupText

extension SVG {
  /// A line of text from `baseline` on, or around it where its style is centred.
  mutating func append(_ line: TextLine, at baseline: Point) {
    self += "<text"
    if let name = line.style.className { self += " class=\"\(name)\"" }
    self += " x=\"\(baseline.x)\" y=\"\(baseline.y)\">\(line.text)</text>"
  }

  /// A rectangle with round corners.
  mutating func appendRect(_ classes: SVG, _ area: Rect, radius: Double = 0) {
    self += "<rect class=\"\(classes)\""
    if area.minX != 0 { self += " x=\"\(area.minX)\"" }
    if area.minY != 0 { self += " y=\"\(area.minY)\"" }
    self += " width=\"\(area.size.width)\" height=\"\(area.size.height)\""
    if radius > 0 { self += " rx=\"\(radius)\"" }
    self += "/>"
  }
}
