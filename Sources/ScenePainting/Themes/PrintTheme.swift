import DiagramScene

/// Black, white and grey for paper: nothing is told apart by colour.
enum PrintTheme {
  static func color(of role: ColorRole) -> Color {
    switch role {
    case .paper, .card, .externalCard, .outerFrame, .stepInk, .levelInk: Color(0xFFFFFF)
    case .ink, .line, .step, .emphasis, .level, .chipInk: Color(0x000000)
    case .mutedInk: Color(0x333333)
    case .cardBorder: Color(0x666666)
    case .markedBorder: Color(0x000000)
    case .hatching: Color(0xE4E4E4)
    case .chip: Color(0xEAEAEA)
    case .shadow: Color(0xFFFFFF)
    case .innerFrame: Color(0xF3F3F3)
    case .frameBorder: Color(0x888888)
    case .tone(.external): Color(0x444444)
    case .tone: Color(0x111111)
    case .scale(let place): scale(place)
    case .scaleInk(let place): place.isMultiple(of: 2) ? Color(0xFFFFFF) : Color(0x000000)
    }
  }

  /// Dark and light in turn; the letters tell them apart.
  private static func scale(_ place: Int) -> Color {
    switch place {
    case 0: Color(0x000000)
    case 1: Color(0x949494)
    case 2: Color(0x2A2A2A)
    case 3: Color(0x8A8A8A)
    case 4: Color(0x404040)
    case 5: Color(0x808080)
    case 6: Color(0x545454)
    case 7: Color(0x787878)
    default: Color(0x666666)
    }
  }
}
