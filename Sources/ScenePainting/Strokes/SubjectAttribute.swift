import MarkupText
import SolutionModel

extension ElementPath.Subject {
  /// The attribute that names it for scripts.
  var attribute: SVG {
    switch self {
    case .solution: "data-solution"
    case .element: "data-element"
    case .link: "data-link"
    case .data: "data-object"
    case .flow: "data-flow"
    case .team: "data-team"
    case .domain: "data-domain"
    case .zone: "data-zone"
    case .view: "data-view"
    case .waiver: "data-waiver"
    }
  }
}
