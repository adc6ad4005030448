import DiagramScene
import SolutionViews

/// The steps of a sequence and the borders around them, in the order in which a text has them.
enum SequenceWalk {
  enum Stop {
    /// Places in the fragments.
    case opens(Int)
    /// The next branch of a fragment begins.
    case parts(Int)
    case closes(Int)
    /// A place in the scene's arrows.
    case step(Int)
  }

  static func stops(of scene: Scene, _ marks: SequenceMarks) -> [Stop] {
    let fragments = marks.fragments.indices
    return scene.arrows.indices.flatMap { step -> [Stop] in
      // Outer ones come first in the list of fragments.
      fragments.filter { marks.fragments[$0].first == step }.map(Stop.opens)
        + fragments.filter { marks.fragments[$0].parts.contains(step) }.map(Stop.parts)
        + [.step(step)]
        + fragments.filter { marks.fragments[$0].last == step }.reversed().map(Stop.closes)
    }
  }

  /// The line that opens a border, alike in UML and in Mermaid.
  static func opening(_ fragment: SequenceMarks.Fragment) -> String {
    switch fragment.kind {
    case .parallel: "par"
    case .optional: "opt"
    case .repeated(let times): "loop \(times) times"
    }
  }
}
