import DiagramScene
import MarkupText
import SolutionModel

/// The sign of a finding's level; each has a shape of its own: octagon, triangle, circle.
struct LevelSymbol {
  let level: Level

  /// Draws it 14 px wide.
  func paint(center: Point, into svg: inout SVG) {
    let (x, y) = (center.x, center.y)
    svg += """
      <path class="symbol" d="M\(x, y)\(outline)"/><path class="sign" d="M\(x, y)\(sign)"/>
      """
  }

  private var outline: SVG {
    switch level {
    case .error: "m-3-7h6l4 4v6l-4 4h-6l-4-4v-6z"
    case .warning: "m0-7.5l8 14h-16z"
    case .note: "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
    }
  }

  private var sign: SVG {
    switch level {
    case .error: "m-2.5-2.5l5 5m0-5l-5 5"
    case .warning: "m0-2.5v3.5m0 2.9v.1"
    case .note: "m0-.7v3.7m0-6.6v.1"
    }
  }
}
