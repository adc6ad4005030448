import DiagramScene
import SolutionModel

extension SampleScene {
  /// Texts that would break a picture if one of them got out of its place.
  static let hostileTexts = [
    "</style><script>alert(1)</script>", "]]>", "\" onload=\"alert(1)", "' onload='alert(1)",
    "&amp;&#0;&unknown;", "<!--", "<?xml?>", "a\u{0}b\u{1}c\u{1B}d\u{7F}e\u{85}f",
    "\u{FFFE}\u{FFFF}",
    "url(javascript:alert(1))", "}*{display:none}", "\u{202E}drawkcab", "你好世界", "مرحبا", "👩‍👩‍👧‍👦",
    String(repeating: "x", count: 200),
  ]

  static var hostile: Self {
    var scene = Self(title: hostileTexts[0], caption: hostileTexts[2])
    for (place, text) in hostileTexts.enumerated() {
      scene.addFrame(
        text, text, note: text,
        Rect(origin: Point(0, Double(place) * 400), size: Size(260, 380)))
      scene.add(
        text, text, .service, .application, note: text, summary: text, chips: [text], at: 20,
        Double(place) * 400 + 40, frame: place)
    }
    for place in 1..<scene.boxes.count {
      scene.connect(
        place - 1, place, hostileTexts[place], hostileTexts[place],
        through: [Point(130, Double(place) * 400 - 100), Point(130, Double(place) * 400 + 40)],
        label: Point(200, Double(place) * 400), steps: [hostileTexts[place]])
      scene.explain(.border(hostileTexts[place]), hostileTexts[place])
    }
    scene.notes = hostileTexts
    return scene
  }
}

extension Overlay {
  static var hostile: Self {
    Self(
      marks: Dictionary(
        uniqueKeysWithValues: SampleScene.hostileTexts.map { text in
          (
            .element(ElementID(text)),
            Mark(level: .error, count: Int.max, messages: SampleScene.hostileTexts)
          )
        }))
  }
}
