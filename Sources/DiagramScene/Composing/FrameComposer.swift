import SolutionModel
import SolutionViews

/// Makes frames of a view's groups.
struct FrameComposer {
  private let solution: Solution

  init(_ solution: Solution) { self.solution = solution }

  /// The longest title that a frame shows, in pixels; its full name is spoken by the box of the whole
  /// and in reports.
  private static let titleWidth = 420.0

  func frame(for group: View.Group) -> Frame {
    let title =
      TextWrapping(.frameTitle, width: Self.titleWidth, maximumLines: 1).lines(of: group.title)
      .first
      ?? LabelMetrics.line(group.subject.name, .frameTitle)
    return Frame(
      id: MarkName.frame(group.subject), subject: group.subject, parent: group.parent, title: title,
      note: note(for: group.subject).map { LabelMetrics.line($0, .frameNote) },
      isExternal: isExternal(group.subject))
  }

  private func note(for subject: ElementPath.Subject) -> String? {
    switch subject {
    case .element(let id):
      solution.element(id).map { element in
        (solution.isExternal(element) ? "external " : "") + Notation.noun(for: element)
      }
    case .domain: "domain"
    case .zone: "zone"
    case .team: "team"
    case .solution, .link, .data, .flow, .view, .waiver: nil
    }
  }

  private func isExternal(_ subject: ElementPath.Subject) -> Bool {
    guard case .element(let id) = subject, let element = solution.element(id) else { return false }
    return solution.isExternal(element)
  }
}
