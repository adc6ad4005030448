import ReviewEngine
import SolutionGraph
import SolutionModel

/// Why an element cannot be changed.
struct FrozenPart {
  /// What says so: an attribute of the element, or of something around it.
  let path: ElementPath
  let figure: Evidence.Figure
  /// Goes on after a name.
  let clause: String

  /// Fails for what may be changed; the nearest word counts.
  init?(at vertex: Int, in graph: SolutionGraph) {
    var next: Int? = vertex
    while let inner = next {
      let id = graph.elementID(inner)
      let basis = inner == vertex ? nil : "of '\(id)' around it"
      if graph.solution.elements[inner].isChangeable == false {
        path = .element(id, "changeable")
        figure = Evidence.Figure("changeable", "no", basis: basis)
        clause = "nobody may change"
        return
      }
      if let lifecycle = graph.solution.elements[inner].lifecycle {
        guard lifecycle == .frozen else { return nil }
        path = .element(id, "lifecycle")
        figure = Evidence.Figure("lifecycle", lifecycle.rawValue, basis: basis)
        clause = "is frozen"
        return
      }
      next = graph.placements[inner].parent
    }
    return nil
  }
}
