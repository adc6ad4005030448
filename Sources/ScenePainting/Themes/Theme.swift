import DiagramScene
import SolutionModel

/// How a picture looks: a colour for every role.
public struct Theme: Hashable, Sendable, CustomStringConvertible {
  /// How many places of a `color-by` scale have a colour of their own; what comes after shares one.
  public static let scaleLength = 8

  /// As in `--theme` and `data-theme`.
  public let name: String
  private let colors: [ColorRole: Color]

  init(name: String, color: (ColorRole) -> Color) {
    self.name = name
    colors = Dictionary(uniqueKeysWithValues: ColorRole.all.map { ($0, color($0)) })
  }

  package subscript(role: ColorRole) -> Color {
    guard let color = colors[role] else {
      preconditionFailure("'\(role)' is not one of ColorRole.all")
    }
    return color
  }

  public var description: String { name }
}
