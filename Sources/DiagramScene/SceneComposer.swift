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
    let scale = view.colorBy.map { key in
      AttributeScale(of: key, among: view.members.compactMap(\.subject.element), in: solution)
    }
    let cards = BoxComposer(solution, scale).cards(of: view)
    let boxes = cards.map(\.box)
    let arrows = ArrowComposer(solution).arrows(of: view)
    let legend = LegendComposer.legend(
      of: boxes, nouns: cards.map(\.noun), arrows, colorBy: view.colorBy, scale,
      sequence: view.sequence)
    return Scene(
      id: view.id, title: PictureText.clean(view.title), caption: PictureText.clean(view.caption),
      kind: view.kind, direction: view.direction,
      frames: view.groups.map(FrameComposer(solution).frame), boxes: boxes, arrows: arrows,
      legend: legend, sequence: view.sequence.map(SequenceComposer.marks))
  }
}

extension ElementPath.Subject {
  fileprivate var element: ElementID? {
    if case .element(let id) = self { id } else { nil }
  }
}
