import DiagramScene
import MarkupText
import ScenePainting
import SolutionModel
import Testing

@Suite struct ThemeTests {
  /// What is read on what, and the least contrast that WCAG 2.2 asks for (1.4.3 and 1.4.11, AA).
  struct Pair: Sendable, CustomTestStringConvertible {
    let front: ColorRole
    let ground: ColorRole
    let least: Double

    var testDescription: String { "\(front.variable) on \(ground.variable)" }

    static let all: [Self] = texts + graphics

    private static let texts: [Self] = {
      let grounds: [ColorRole] = [
        .paper, .card, .externalCard, .outerFrame, .innerFrame, .hatching,
      ]
      var pairs: [Self] = []
      for ground in grounds {
        for ink in [ColorRole.ink, .mutedInk] {
          pairs.append(Self(front: ink, ground: ground, least: 4.5))
        }
      }
      pairs.append(Self(front: .chipInk, ground: .chip, least: 4.5))
      pairs.append(Self(front: .stepInk, ground: .step, least: 4.5))
      for place in 0...Theme.scaleLength {
        pairs.append(Self(front: .scaleInk(place), ground: .scale(place), least: 4.5))
      }
      return pairs
    }()

    private static let graphics: [Self] = {
      let grounds: [ColorRole] = [.paper, .card, .externalCard, .outerFrame, .innerFrame]
      let marks: [ColorRole] =
        [.line, .emphasis, .markedBorder, .step] + Tone.allCases.map(ColorRole.tone)
        + Level.allCases.map(ColorRole.level)
      let signs = Level.allCases.map { Self(front: .levelInk($0), ground: .level($0), least: 3) }
      let scales = (0...Theme.scaleLength).flatMap { place in
        [ColorRole.paper, .card].map { Self(front: .scale(place), ground: $0, least: 3) }
      }
      return signs + scales
        + grounds.flatMap { ground in
          marks.map { Self(front: $0, ground: ground, least: 3) }
        }
    }()
  }

  @Test("what is read stands out from its ground", arguments: ThemeCatalog.themes, Pair.all)
  func hasContrast(_ theme: Theme, pair: Pair) {
    let contrast = theme[pair.front].contrast(to: theme[pair.ground])
    #expect(contrast >= pair.least, "\(contrast) in \(theme.name)")
  }

  @Test("an icon stands out from its tinted tile", arguments: ThemeCatalog.themes)
  func showsIcons(_ theme: Theme) {
    for tone in Tone.allCases {
      for ground in [ColorRole.card, .externalCard, .paper] {
        let tile = theme[.tone(tone)].blended(over: theme[ground], share: 0.13)
        #expect(theme[.tone(tone)].contrast(to: tile) >= 3)
      }
      #expect(theme[.card].contrast(to: theme[.tone(tone)]) >= 3)
    }
  }

  @Test("contrast is that of WCAG")
  func followsWCAG() {
    func contrast(_ a: UInt32, _ b: UInt32) -> Double {
      let theme = (Color(a), Color(b))
      return theme.0.contrast(to: theme.1)
    }
    #expect(abs(contrast(0x000000, 0xFFFFFF) - 21) < 0.0001)
    #expect(abs(contrast(0x767676, 0xFFFFFF) - 4.5422) < 0.001)
    #expect(abs(contrast(0x0000FF, 0xFFFFFF) - 8.5925) < 0.001)
    #expect(contrast(0x123456, 0x123456) == 1)
  }

  @Test("colours are written as short as they can be")
  func writesColors() {
    #expect(Color(0xFFFFFF).hex == "#fff")
    #expect(Color(0x1B2433).hex == "#1b2433")
    #expect(Color(0x00AA0B).hex == "#00aa0b")
  }

  @Test("the colours of a scale differ for every kind of eye", arguments: ColorVision.allCases)
  func tellsScalesApart(_ vision: ColorVision) {
    for theme in [ThemeCatalog.light, ThemeCatalog.dark] {
      let seen = (0..<Theme.scaleLength).map { vision.sees(theme[.scale($0)]) }
      for first in seen.indices {
        for second in 0..<first {
          #expect(
            seen[first].distance(to: seen[second]) >= 0.08, "\(theme.name) \(second) \(first)")
        }
      }
    }
  }

  @Test("an adaptive picture defines every colour for each theme and uses no other")
  func definesVariables() {
    let style = ScenePainter(theme: ThemeCatalog.auto).styleSheet.text
    for role in ColorRole.all {
      // The dark ones stand twice, for the reader's choice and for the page's; the print ones, too.
      #expect(style.occurrences(of: "--\(role.variable):") >= 5)
    }
    let defined = Set(ColorRole.all.map(\.variable))
    for use in style.pieces(after: "var(--") {
      #expect(defined.contains(String(use.prefix { $0 != ")" })))
    }
    for name in ["light", "dark", "print"] { #expect(style.contains("data-theme=\(name)]")) }
  }

  @Test("a resolved picture has plain colours only", arguments: ThemeCatalog.themes)
  func resolvesColors(_ theme: Theme) {
    let svg = ScenePainter(theme: .resolved(theme), overlay: .shop).paint(SampleScene.shop.placed)
    #expect(!svg.text.contains("var(") && !svg.text.contains("--"))
    #expect(svg.text.contains(theme[.paper].hex))
  }

  @Test("themes are found by their names")
  func findsThemes() {
    #expect(ThemeCatalog.modes.map(\.name) == ["auto", "light", "dark", "print"])
    for mode in ThemeCatalog.modes { #expect(ThemeCatalog.mode(named: mode.name) == mode) }
    #expect(ThemeCatalog.mode(named: "pink") == nil)
  }
}

extension String {
  func pieces(after mark: String) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let next = rest.firstRange(of: mark) {
      rest = rest[next.upperBound...]
      found.append(rest)
    }
    return found
  }

  func occurrences(of mark: String) -> Int { pieces(after: mark).count }
}
