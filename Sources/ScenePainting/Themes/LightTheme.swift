import DiagramScene
import SolutionModel

/// Dark ink on white.
enum LightTheme {
  static func color(of role: ColorRole) -> Color {
    switch role {
    case .paper, .card, .stepInk: Color(0xFFFFFF)
    case .ink: Color(0x18212F)
    case .mutedInk: Color(0x526074)
    case .externalCard: Color(0xFAFBFC)
    case .cardBorder: Color(0xCBD4E1)
    case .markedBorder: Color(0x66758A)
    case .hatching: Color(0xEDF0F5)
    case .shadow: Color(0xE4E9F0)
    case .outerFrame: Color(0xF5F7FB)
    case .innerFrame: Color(0xEAEFF6)
    case .frameBorder: Color(0xC9D3E0)
    case .line: Color(0x5A6A80)
    case .emphasis: Color(0x1D4ED8)
    case .chip: Color(0xEEF2F7)
    case .chipInk: Color(0x3F4C5F)
    case .step: Color(0x27364B)
    case .tone(let tone): color(of: tone)
    case .scale(let place): scale(place)
    case .scaleInk(let place): scaleInk(place)
    case .level(.note): Color(0x1D5FD1)
    case .level(.warning): Color(0xB45309)
    case .level(.error): Color(0xC62828)
    case .levelInk: Color(0xFFFFFF)
    }
  }

  private static func color(of tone: Tone) -> Color {
    switch tone {
    case .person: Color(0x7A3FC4)
    case .system: Color(0x27488C)
    case .application: Color(0x2563EB)
    case .module: Color(0x0A7591)
    case .store: Color(0x15754A)
    case .channel: Color(0xB84A0C)
    case .external: Color(0x5A6677)
    }
  }

  /// The farthest apart that were found for eyes with and without the common colour blindnesses
  /// (model of Machado, Oliveira and Fernandes, 2009) at a contrast of 3 and more to white.
  private static func scale(_ place: Int) -> Color {
    switch place {
    case 0: Color(0x1957BB)
    case 1: Color(0xB37C36)
    case 2: Color(0x406113)
    case 3: Color(0xB7376B)
    case 4: Color(0x1898B7)
    case 5: Color(0x421A71)
    case 6: Color(0x8B6BF7)
    case 7: Color(0x62160E)
    default: Color(0x5A6677)
    }
  }

  private static func scaleInk(_ place: Int) -> Color {
    switch place {
    case 1, 4, 6: Color(0x000000)
    default: Color(0xFFFFFF)
    }
  }
}
