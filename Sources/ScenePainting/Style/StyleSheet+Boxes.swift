import DiagramScene
import MarkupText
import SolutionModel

extension StyleSheet {
  mutating func cards() {
    rule(".shade", paint("fill", .shadow))
    rule(".card", paint("fill", .card), paint("stroke", .cardBorder))
    rule(".tile", "fill:currentColor;fill-opacity:.13")
    rule(".bar", "fill:currentColor")
    rule(
      ".icon",
      "fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round")
    rule(".dot", "fill:currentColor;stroke:none")
    rule(".chip", paint("fill", .chip))
    rule(".chip-word", paint("fill", .chipInk))
    rule(".focus .tile", "fill-opacity:1")
    rule(".focus .icon", paint("color", .card))
    rule(".hatch", "fill:none", paint("stroke", .hatching), "stroke-width:2")
  }

  /// The colours of kinds, and those of a `color-by` scale, which count over them.
  mutating func accents() {
    for tone in Tone.allCases { rule(".kind-\(tone.rawValue)", paint("color", .tone(tone))) }
    for place in 0...Theme.scaleLength {
      rule(".scale-\(place)", paint("color", .scale(place)))
      rule(".scale-\(place) .letter", paint("fill", .scaleInk(place)))
    }
    rule(".mark", "fill:currentColor", paint("stroke", .card), "stroke-width:1.5")
  }

  /// What is told apart by the line around the card.
  mutating func borders() {
    let marked = paint("stroke", .markedBorder)
    rule(".external .card", paint("fill", .externalCard), marked, "stroke-dasharray:6 4")
    rule(
      ".planned .card", paint("fill", .paper), paint("stroke", .emphasis), "stroke-dasharray:2 3")
    rule(".sunset .card", marked, "stroke-dasharray:14 4")
    rule(".frozen .card", marked)
    rule(".rime", "fill:none", marked, "stroke-opacity:.55")
    rule(".retired .card", paint("fill", .externalCard), marked, "stroke-dasharray:10 3 2 3")
    rule(".retired .name", paint("fill", .mutedInk), "text-decoration:line-through")
    rule(".focus .card", "stroke:currentColor;stroke-width:2.5")
  }

  mutating func frames() {
    rule(".frame", paint("fill", .outerFrame), paint("stroke", .frameBorder))
    rule(".inner", paint("fill", .innerFrame))
    rule(".frame.external", paint("stroke", .markedBorder), "stroke-dasharray:6 4")
  }
}
