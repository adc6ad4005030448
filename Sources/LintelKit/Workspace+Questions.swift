public import FigureReports
import SolutionGraph
import SolutionModel
import SourceText
import SolutionReading
import SolutionViews

extension Workspace {
  /// Who feels it when the elements with these names change or fail together.
  ///
  /// - Throws: `wrongName` for a name that leads to no element.
  public func impact(of names: [String]) throws(LintelError) -> FigureSheet {
    var elements: [ElementID] = []
    for name in names { elements.append(try element(named: name)) }
    let title = elements.map(\.text).joined(separator: ", ")
    return .impact(graph.impact(of: elements), of: title, in: graph)
  }

  /// The ways from one element to another along links in use or over hard ones alone, up to
  /// `limit`.
  ///
  /// - Throws: `wrongName` for a name that leads to no element, or for the same element twice.
  public func paths(
    from source: String, to target: String, onlyHard: Bool = false, limit: Int = 20
  ) throws(LintelError) -> FigureSheet {
    let start = try element(named: source)
    let end = try element(named: target)
    guard start != end else {
      throw .wrongName("'\(source)' and '\(target)' are the same element", help: nil)
    }
    let found = graph.connections(from: start, to: end, over: onlyHard ? .hard : .any, limit: limit)
    return .paths(found, from: start, to: end, in: graph)
  }

  /// What a selector chooses.
  ///
  /// - Throws: `wrongName` for a text that is no selector, or that names what is not there.
  public func selection(_ text: String) throws(LintelError) -> FigureSheet {
    switch document.selector(text) {
    case .failure(let diagnostic):
      let place = diagnostic.location.range.start.column
      throw .wrongName(
        "'\(text)' at character \(place): \(diagnostic.message)", help: diagnostic.help.first)
    case .success(let selector):
      let chosen = SelectionIndex(graph).selection(of: selector)
      return .selection(text, elements: chosen.elements, links: chosen.links, in: graph)
    }
  }

  private func element(named name: String) throws(LintelError) -> ElementID {
    switch document.subject(name) {
    case .success(.element(let id)): return id
    case .success(let other):
      throw .wrongName("'\(name)' is a \(other.kind), and an element is needed", help: nil)
    case .failure(let diagnostic):
      throw .wrongName(diagnostic.message, help: diagnostic.help.first)
    }
  }
}
