import DiagramScene
import SolutionModel

/// An entry of the legend as it is drawn: the scene's own, or a level of the findings laid over it.
struct LegendEntry {
  enum Mark {
    case scene(Legend.Entry.Mark)
    case level(Level)
  }

  /// What stands together in a row.
  enum Family {
    case icon, line, border, scale, words, level

    /// Whether it tells what a mark of the scene means.
    var isMark: Bool {
      switch self {
      case .icon, .line, .border, .scale: true
      case .words, .level: false
      }
    }
  }

  /// From the end of one entry to the start of the next.
  static let gap = 24.0

  let mark: Mark
  let text: TextLine

  var family: Family {
    switch mark {
    case .level: .level
    case .scene(.icon): .icon
    case .scene(.stroke): .line
    case .scene(.border): .border
    case .scene(.colorGroup): .scale
    case .scene(.text): .words
    }
  }

  /// The left end of the words.
  var indent: Double {
    switch family {
    case .icon: 32
    case .line: 48
    case .border: 40
    case .scale: 28
    case .words: 0
    case .level: 26
    }
  }

  var width: Double { indent + text.width }

  /// What is on the picture and on the overlay, in the order of the scene's legend.
  static func entries(of scene: Scene, overlay: Overlay?) -> [Self] {
    let own = scene.legend.entries.map { Self(mark: .scene($0.mark), text: $0.text) }
    guard let overlay else { return own }
    let levels = Set(overlay.marks.values.map(\.level))
    return own
      + levels.sorted(by: >).map {
        Self(mark: .level($0), text: LabelMetrics.line("finding: " + $0.rawValue, .legend))
      }
  }
}
