import MarkupText
import SolutionModel

extension RuleWriter {
  mutating func lines() {
    rule(".lines", "fill:none;stroke-width:1.5", paint("stroke", .line))
    rule(".lines.async", "stroke-dasharray:7 4")
    rule(".lines.batch", "stroke-width:3")
    rule(".lines.ui", "stroke-dasharray:.1 4.5;stroke-width:2.2;stroke-linecap:round")
    rule(".lines.unknown", "stroke-width:.9")
    rule(".head", "stroke-linejoin:round", paint("fill", .line), paint("stroke", .line))
    rule(".proposed .head,.idea .head", paint("fill", .paper))
    rule(".cross", "fill:none;stroke-width:2", paint("stroke", .line))
    rule(
      ".hit", "fill:none;stroke-width:14;stroke-opacity:0;pointer-events:stroke",
      paint("stroke", .emphasis))
  }

  mutating func labels() {
    rule(".plate", "fill-opacity:.86", paint("fill", .paper))
  }

  mutating func steps() {
    rule(".step", paint("fill", .step))
    rule(
      ".step-number", "font-size:11px;font-weight:700;text-anchor:middle", paint("fill", .stepInk))
  }

  mutating func sequence() {
    rule(".lifelines,.parting", "fill:none;stroke-dasharray:4 4", paint("stroke", .frameBorder))
    rule(".fragment", "fill:none;stroke-width:1.2", paint("stroke", .frameBorder))
    rule(".tab", paint("fill", .chip), paint("stroke", .frameBorder))
    rule(".clock", "font-size:11px", paint("fill", .mutedInk))
    rule(
      ".critical", "fill:none;stroke-width:9;stroke-opacity:.25", paint("stroke", .emphasis))
  }

  mutating func legend() {
    rule(".rule", "fill:none", paint("stroke", .frameBorder))
    rule(".sample .card", paint("stroke", .markedBorder))
    rule(".sample.focus .card", "stroke:currentColor")
  }

  mutating func findings() {
    text += """
      [data-overlay=off] \(scope) .overlay,\(scope)[data-overlay=off] .overlay{display:none}
      """
    for level in Level.allCases {
      rule(".\(level.rawValue)", paint("color", .level(level)))
      rule(".\(level.rawValue) .sign", paint("stroke", .levelInk(level)))
    }
    rule(
      ".glow",
      "fill:none;stroke:currentColor;stroke-opacity:.22;stroke-width:14;pointer-events:none")
    rule(".glow.near", "stroke-opacity:.5;stroke-width:7")
    rule("path.glow,use.glow", "stroke-width:9;stroke-opacity:.35")
    rule(".badge", "stroke:currentColor;stroke-width:1.5", paint("fill", .card))
    rule(".symbol", "fill:currentColor")
    rule(".sign", "fill:none;stroke-width:1.8;stroke-linecap:round")
  }

  /// What follows the pointer; readers without one skip it as a whole.
  mutating func pointer() {
    text += "@media(hover:hover){"
    rule("a:hover .name,a:hover .frame-title", "text-decoration:underline")
    rule(".box:hover .card", paint("stroke", .emphasis))
    rule(".arrow:hover .hit", "stroke-width:2.5;stroke-opacity:1")
    rule(".arrow:hover .head", paint("fill", .emphasis), paint("stroke", .emphasis))
    text += "}"
  }
}
