import SolutionModel

/// What lies in a system or an app, with the neighbours outside.
///
/// Systems inside are frames around their own parts as long as the picture does not get too big,
/// else boxes.
struct InsideView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    source.solution.elements.indices
      .filter { !source.tree.children(of: $0).isEmpty }
      .map { place in
        let name = source.solution.elements[place].name
        return ViewEntry(
          id: "inside-\(source.solution.elements[place].id)", kind: .inside,
          title: "Inside \(name)", subject: source.subject(of: place))
      }
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    guard case .element(let id) = entry.subject, let focus = source.solution.index(of: id) else {
      return nil
    }
    let name = source.solution.elements[focus].name
    return View(entry, Self.draft(of: focus, from: source), from: source) { counts in
      "What \(name) is made of and how its parts are linked: \(counts)"
    }
  }

  /// The parts of an element with their neighbours.
  static func draft(of focus: Int, from source: ViewSource) -> ViewDraft {
    var draft = ViewDraft()
    draft.focus = [focus]
    let name = source.solution.elements[focus].name
    draft.show(focus, because: "is what the view is about")
    for part in parts(of: focus, from: source) { draft.show(part, because: "is inside \(name)") }
    draft.showNeighbours(of: focus, linkedBy: source.linksInUse(within: focus), in: source)
    return draft
  }

  /// The direct parts, and those of systems inside as long as all fit.
  ///
  /// Of too many, the least linked ones are left for the box of the whole.
  private static func parts(of focus: Int, from source: ViewSource) -> [Int] {
    var parts = source.tree.children(of: focus)
    if parts.count > source.boxLimit {
      let weights = parts.map { part in
        source.tree.subtree(of: part).reduce(0) { $0 + source.links(at: $1).count }
      }
      let ranked = zip(parts, weights).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      return ranked.prefix(source.boxLimit - 1).map(\.0)
    }
    var level = parts
    while !level.isEmpty {
      level = level.filter { source.solution.elements[$0].kind == .system }
        .flatMap { source.tree.children(of: $0) }
      guard parts.count + level.count <= source.boxLimit else { break }
      parts += level
    }
    return parts
  }
}
