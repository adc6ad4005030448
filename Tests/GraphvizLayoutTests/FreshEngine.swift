@testable import GraphvizLayout

/// Graphviz, set up anew for each use.
enum FreshEngine {
  static func place(_ problem: LayoutProblem) throws -> Placement {
    guard let engine = GraphvizEngine() else { throw LayoutError.graphvizCannotDraw }
    return ProblemLayout.place(problem, by: engine)
  }

  /// Whether Graphviz, with its own fonts and all, draws a text without a complaint.
  static func draws(dot: String) throws -> Bool {
    guard let engine = GraphvizEngine(plain: true) else { throw LayoutError.graphvizCannotDraw }
    return engine.layOut(dot: dot)
  }
}
