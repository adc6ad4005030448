import MarkupText
import SolutionModel

extension RuleWriter {
  mutating func cards() {
    rule(".shade", paint("fill", .shadow))
    rule(".card", paint("fill", .card), paint("stroke", .cardBorder))
    rule(".bar", "fill:currentColor")
    rule(
      ".icon",
      "fill:currentColor;fill-opacity:.13;stroke:currentColor;stroke-width:1.6;stroke-linecap:round",
      "stroke-linejoin:round")
    rule(".chip", paint("fill", .chip))
    rule(".focus .card", "stroke:currentColor;stroke-width:2.5")
    rule(".focus .icon", "fill-opacity:1", paint("stroke", .card))
  }

  mutating func external() {
    // Not for those in the focus, whose border tells that.
    rule(".external:not(.focus) .card", paint("stroke", .markedBorder))
    rule(".external .card", paint("fill", .externalCard), "stroke-dasharray:6 4")
    rule(".frame.external", paint("stroke", .markedBorder), "stroke-dasharray:6 4")
  }

  /// The line around the card tells a stage of life, and with some the ground under the text.
  mutating func border(of lifecycle: Lifecycle) {
    let marked = paint("stroke", .markedBorder)
    switch lifecycle {
    case .active: break
    case .planned:
      rule(".planned:not(.focus) .card", paint("stroke", .emphasis))
      rule(".planned .card", paint("fill", .paper), "stroke-dasharray:2 3")
    case .sunset:
      rule(".sunset:not(.focus) .card", marked)
      rule(".sunset .card", "stroke-dasharray:14 4")
      hatching()
    case .frozen:
      rule(".frozen:not(.focus) .card", marked)
      rule(".rime", "fill:none", marked, "stroke-opacity:.55")
    case .retired:
      rule(".retired:not(.focus) .card", marked)
      rule(".retired .card", paint("fill", .externalCard), "stroke-dasharray:10 3 2 3")
      rule(".retired .name", paint("fill", .mutedInk), "text-decoration:line-through")
      hatching()
    }
  }

  private mutating func hatching() {
    rule(".hatch", "fill:none", paint("stroke", .hatching), "stroke-width:2")
  }

  /// The colours of a `color-by` scale, which count over those of kinds.
  mutating func scale() {
    for place in 0...Theme.scaleLength {
      rule(".scale-\(place)", paint("color", .scale(place)))
      rule(".scale-\(place) .letter", paint("fill", .scaleInk(place)))
    }
    rule(".letter", "font-size:11px;font-weight:700;text-anchor:middle")
    rule(".mark", "fill:currentColor", paint("stroke", .card), "stroke-width:1.5")
  }

  mutating func frames() {
    rule(".frame", paint("fill", .outerFrame), paint("stroke", .frameBorder))
    rule(".inner", paint("fill", .innerFrame))
    rule(".on-outer .plate", paint("fill", .outerFrame))
    rule(".on-inner .plate", paint("fill", .innerFrame))
  }
}
