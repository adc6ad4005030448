package import DiagramScene
package import SolutionModel

/// What a colour is for; a theme gives each role one colour.
package enum ColorRole: Hashable, Sendable {
  /// The ground of the whole picture.
  case paper
  /// Names and titles.
  case ink
  /// Notes, summaries, captions.
  case mutedInk
  case card
  /// A card of something that belongs to others.
  case externalCard
  case cardBorder
  /// The border of what is told apart by it: external, planned and the like.
  case markedBorder
  /// The fine lines behind the text of what is on its way out.
  case hatching
  case shadow
  /// The ground of frames; inner ones take the other in turn.
  case outerFrame, innerFrame
  case frameBorder
  case line
  /// What is under the pointer, and its neighbours.
  case emphasis
  case chip, chipInk
  case step, stepInk
  case tone(Tone)
  /// A place of the `color-by` scale, from 0; `Theme.scaleLength` is the overflow.
  case scale(Int)
  /// The letter on it.
  case scaleInk(Int)
  case level(Level)
  /// The sign inside a level's symbol.
  case levelInk(Level)

  /// All roles, in the order in which style sheets name them.
  package static let all: [Self] =
    [
      .paper, .ink, .mutedInk, .card, .externalCard, .cardBorder, .markedBorder, .hatching,
      .shadow, .outerFrame, .innerFrame, .frameBorder, .line, .emphasis, .chip, .chipInk, .step,
      .stepInk,
    ] + Tone.allCases.map(Self.tone)
    + (0...Theme.scaleLength).flatMap { [.scale($0), .scaleInk($0)] }
    + Level.allCases.flatMap { [.level($0), .levelInk($0)] }

  /// The name of its variable in a style sheet.
  package var variable: String {
    switch self {
    case .paper: "paper"
    case .ink: "ink"
    case .mutedInk: "muted"
    case .card: "card"
    case .externalCard: "outside"
    case .cardBorder: "edge"
    case .markedBorder: "mark"
    case .hatching: "hatch"
    case .shadow: "shade"
    case .outerFrame: "outer"
    case .innerFrame: "inner"
    case .frameBorder: "rim"
    case .line: "line"
    case .emphasis: "accent"
    case .chip: "chip"
    case .chipInk: "word"
    case .step: "step"
    case .stepInk: "step-ink"
    case .tone(let tone): tone.rawValue
    case .scale(let place): "c\(place)"
    case .scaleInk(let place): "c\(place)-ink"
    case .level(let level): level.rawValue
    case .levelInk(let level): level.rawValue + "-ink"
    }
  }
}
