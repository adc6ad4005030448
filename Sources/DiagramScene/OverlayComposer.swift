public import SolutionModel
public import SolutionViews

/// Brings marks to the places where a picture can show them.
public struct OverlayComposer: Sendable {
  private let solution: Solution

  public init(_ solution: Solution) { self.solution = solution }

  /// The marks that a view can show, each at what shows its subject.
  ///
  /// A mark of an element without a box or frame goes to the nearest one around it, or to the box
  /// that stands for it. One of a link stays with the link when an arrow shows it, and else goes to
  /// the box that holds both ends. Marks that meet are joined. What the view does not show at all is
  /// left out.
  ///
  /// - Complexity: O(k log k) in the marks, times the depth of nesting.
  public func overlay(_ marks: [ElementPath.Subject: Overlay.Mark], on view: View) -> Overlay {
    let places = Places(view)
    var placed: [ElementPath.Subject: [Overlay.Mark]] = [:]
    for (subject, mark) in marks.sorted(by: { $0.key.description < $1.key.description }) {
      if let place = place(of: subject, places) {
        placed[place, default: []].append(mark)
      }
    }
    return Overlay(marks: placed.compactMapValues(Overlay.Mark.sum))
  }

  /// What a view shows, to be looked up.
  private struct Places {
    let shown: Set<ElementPath.Subject>
    let standIns: [ElementID: ElementPath.Subject]
    let drawn: Set<LinkID>
    let inner: Set<LinkID>

    init(_ view: View) {
      shown = Set(view.members.map(\.subject) + view.groups.map(\.subject))
      standIns = Dictionary(
        view.members.flatMap { member in member.standsFor.map { ($0, member.subject) } },
        uniquingKeysWith: { first, _ in first })
      drawn = Set(view.connections.flatMap(\.links))
      inner = Set(view.innerLinks)
    }
  }

  private func place(
    of subject: ElementPath.Subject, _ places: Places
  ) -> ElementPath.Subject? {
    switch subject {
    case .element(let id): place(of: id, places)
    case .link(let id):
      if places.drawn.contains(id) {
        subject
      } else if places.inner.contains(id), let link = solution.link(id) {
        place(of: link.source, places)
      } else {
        nil
      }
    case .data, .flow, .team, .domain, .zone, .view, .waiver:
      places.shown.contains(subject) ? subject : nil
    // The box of all others has this subject, and what is wrong with the whole is not wrong with it.
    case .solution: nil
    }
  }

  private func place(of element: ElementID, _ places: Places) -> ElementPath.Subject? {
    guard let element = solution.element(element) else { return nil }
    for outer in solution.ancestry(of: element) {
      if places.shown.contains(.element(outer.id)) { return .element(outer.id) }
      if let standIn = places.standIns[outer.id] { return standIn }
    }
    return nil
  }
}
