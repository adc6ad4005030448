public import SolutionModel
public import SolutionViews

/// Turns views into scenes: measures every text and chooses every mark.
public struct SceneComposer: Sendable {
  private let solution: Solution

  public init(_ solution: Solution) { self.solution = solution }

  /// The picture of a view, without places.
  ///
  /// - Complexity: O(k) in the boxes, links and letters of the view.
  public func scene(of view: View) -> Scene {
    let boxes = BoxComposer(solution).boxes(of: view)
    let frames = view.groups.map { FrameComposer(solution).frame(for: $0) }
    let arrows = ArrowComposer(solution).arrows(of: view)
    return Scene(
      id: view.id, title: PictureText.clean(view.title), caption: PictureText.clean(view.caption),
      kind: view.kind, direction: view.direction, frames: frames, boxes: boxes, arrows: arrows,
      legend: LegendComposer().legend(of: boxes, arrows))
  }
}
