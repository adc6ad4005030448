import DiagramScene
import SolutionModel

/// A part of the style sheet that some pictures need and others do not.
enum StylePart: Hashable {
  case base, frames, steps, sequence
  case tone(Tone)
  case external
  case lifecycle(Lifecycle)
  /// The colours of `color-by`.
  case scale
  case findings

  /// All parts; later ones count over earlier ones.
  static let all: [Self] =
    [.base, .frames, .steps, .sequence] + Tone.allCases.map(Self.tone) + [.external]
    + Lifecycle.allCases.map(Self.lifecycle) + [.scale, .findings]

  /// The parts that a picture needs, in the order of `all`.
  static func parts(of scene: Scene, overlay: Overlay?) -> [Self] {
    // The legend's own cards stand on paper in the tone of systems.
    var used: Set<Self> = [.base, .tone(.system)]
    if !scene.frames.isEmpty { used.insert(.frames) }
    if scene.frames.contains(where: \.isExternal) { used.insert(.external) }
    if overlay != nil { used.insert(.findings) }
    if scene.sequence != nil { used.insert(.sequence) }
    for box in scene.boxes {
      used.insert(.tone(box.look.tone))
      if box.look.isExternal { used.insert(.external) }
      if let lifecycle = box.look.lifecycle { used.insert(.lifecycle(lifecycle)) }
      if box.colorGroup != nil { used.insert(.scale) }
    }
    for arrow in scene.arrows where !arrow.steps.isEmpty { used.insert(.steps) }
    for entry in scene.legend.entries {
      switch entry.mark {
      case .icon(_, let tone): used.insert(.tone(tone))
      case .border(let word): if let part = Self(border: word) { used.insert(part) }
      case .colorGroup: used.insert(.scale)
      case .stroke, .text: break
      }
    }
    return all.filter(used.contains)
  }

  /// The colours that this part uses beside those of the base.
  var roles: [ColorRole] {
    switch self {
    case .base:
      [
        .paper, .ink, .mutedInk, .card, .cardBorder, .markedBorder, .shadow, .frameBorder, .line,
        .emphasis, .chip, .chipInk,
      ]
    case .steps: [.step, .stepInk]
    case .tone(let tone): [.tone(tone)]
    case .frames: [.outerFrame, .innerFrame]
    case .sequence: []
    case .external: [.externalCard]
    case .lifecycle(let lifecycle): lifecycle.roles
    case .scale: (0...Theme.scaleLength).flatMap { [.scale($0), .scaleInk($0)] }
    case .findings: Level.allCases.flatMap { [.level($0), .levelInk($0)] }
    }
  }

  private init?(border word: String) {
    if word == "external" {
      self = .external
    } else if let lifecycle = Lifecycle(rawValue: word) {
      self = .lifecycle(lifecycle)
    } else {
      return nil
    }
  }
}

extension Lifecycle {
  fileprivate var roles: [ColorRole] {
    switch self {
    case .planned, .active, .frozen: []
    case .sunset: [.hatching]
    case .retired: [.hatching, .externalCard]
    }
  }
}
