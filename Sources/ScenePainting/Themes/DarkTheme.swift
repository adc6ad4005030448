import DiagramScene
import SolutionModel

/// Light ink on a dark ground.
enum DarkTheme {
  static func color(of role: ColorRole) -> Color {
    switch role {
    case .paper, .stepInk: Color(0x0E141C)
    case .ink: Color(0xE8EEF5)
    case .mutedInk: Color(0xA5B2C3)
    case .card: Color(0x1D2733)
    case .externalCard: Color(0x18212C)
    case .cardBorder: Color(0x3A4859)
    case .markedBorder: Color(0x8496AB)
    case .hatching: Color(0x263241)
    case .shadow: Color(0x080C12)
    case .outerFrame: Color(0x131B25)
    case .innerFrame: Color(0x192330)
    case .frameBorder: Color(0x2F3C4C)
    case .line: Color(0x8FA0B5)
    case .emphasis: Color(0x7CB3FF)
    case .chip: Color(0x2A3746)
    case .chipInk: Color(0xD0DAE6)
    case .step: Color(0xD5DFEA)
    case .tone(let tone): color(of: tone)
    case .scale(let place): scale(place)
    case .scaleInk(let place): scaleInk(place)
    case .level(.note): Color(0x8AB8FF)
    case .level(.warning): Color(0xFFC266)
    case .level(.error): Color(0xFF8A84)
    case .levelInk: Color(0x10161E)
    }
  }

  private static func color(of tone: Tone) -> Color {
    switch tone {
    case .person: Color(0xC09AF5)
    case .system: Color(0x93A9F0)
    case .application: Color(0x62A5FA)
    case .module: Color(0x4CC6DD)
    case .store: Color(0x52C78E)
    case .channel: Color(0xF59A4C)
    case .external: Color(0x9AA8B8)
    }
  }

  /// Chosen as those of the light theme, at a contrast of 3 and more to a dark card.
  private static func scale(_ place: Int) -> Color {
    switch place {
    case 0: Color(0x2B7EC9)
    case 1: Color(0xF9BF9F)
    case 2: Color(0x60A871)
    case 3: Color(0xCA358B)
    case 4: Color(0x6AE1F5)
    case 5: Color(0xF55D1A)
    case 6: Color(0xE08AF3)
    case 7: Color(0xBEDF0D)
    default: Color(0x9AA8B8)
    }
  }

  private static func scaleInk(_ place: Int) -> Color {
    switch place {
    case 3: Color(0xFFFFFF)
    default: Color(0x000000)
    }
  }
}
