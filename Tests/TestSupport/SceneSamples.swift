public import DiagramScene
import SolutionGraph
public import SolutionModel
import SolutionViews

/// Scenes made of the sample solutions, for rooms that lay out and paint.
public enum SceneSamples {
  public static let landscape = scene("landscape")
  public static let context = scene("context-commerce")
  public static let inside = scene("inside-commerce")
  public static let flow = scene("flow-take-order")

  /// Every automatic map of the order-to-cash example.
  public static let all = scenes(of: SolutionSamples.orderToCash)

  /// Every view of a solution that Graphviz places as a scene.
  public static func scenes(of solution: Solution) -> [Scene] {
    let composer = SceneComposer(solution)
    return ViewCatalog(SolutionGraph(solution)).views.filter { $0.sequence == nil }
      .map(composer.scene)
  }

  /// The flows of a solution step by step.
  public static func sequences(of solution: Solution) -> [Scene] {
    let composer = SceneComposer(solution)
    return ViewCatalog(SolutionGraph(solution)).views.filter { $0.sequence != nil }
      .map(composer.scene)
  }

  private static func scene(_ id: String) -> Scene {
    guard let scene = all.first(where: { $0.id == id }) else {
      preconditionFailure("the sample has a view '\(id)'")
    }
    return scene
  }
}
