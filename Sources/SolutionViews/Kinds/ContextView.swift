import SolutionModel

/// A top-level or nested system as one box, with everything that uses it or that it uses; a system
/// without any link in use has none.
struct ContextView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    source.solution.elements.indices
      .filter { source.solution.elements[$0].kind == .system && source.hasLinksInUse(within: $0) }
      .map { place in
        let name = source.solution.elements[place].name
        return ViewEntry(
          id: "context-\(source.solution.elements[place].id)", kind: .context,
          title: "\(name) and its neighbours", subject: source.subject(of: place))
      }
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    guard case .element(let id) = entry.subject, let focus = source.solution.index(of: id) else {
      return nil
    }
    let name = source.solution.elements[focus].name
    return View(entry, Self.draft(of: focus, from: source), from: source) { counts in
      "What uses \(name) and what it uses: \(counts)"
    }
  }

  /// An element with its neighbours.
  static func draft(of focus: Int, from source: ViewSource) -> ViewDraft {
    var draft = ViewDraft()
    draft.focus = [focus]
    draft.show(focus, because: "is what the view is about")
    draft.showNeighbours(of: focus, linkedBy: source.linksInUse(within: focus), in: source)
    return draft
  }
}

extension ViewDraft {
  /// Asks for links, and for what they touch outside an element at the level at which it is a
  /// neighbour of that element.
  mutating func showNeighbours(of focus: Int, linkedBy links: [Int], in source: ViewSource) {
    var outside: [Int: Bool] = [:]
    for link in links {
      self.links.insert(link)
      var isBefore = true
      for stop in source.stops[link] {
        if source.tree.contains(focus, stop) {
          isBefore = false
        } else {
          let neighbour = source.tree.outermost(around: stop, without: focus)
          outside[neighbour] = (outside[neighbour] ?? false) || isBefore
        }
      }
    }
    let neighbours = outside.keys.filter { !source.tree.contains($0, focus) }.sorted()
    standIns = RollUp(neighbours, limit: source.boxLimit, in: source).standIns
    let name = source.solution.elements[focus].name
    for element in neighbours where standIns[element] == nil {
      show(element, because: outside[element] == true ? "uses \(name)" : "is used by \(name)")
    }
    for element in outside.keys where source.tree.contains(element, focus) {
      show(element, because: "is around \(name) and linked with it")
    }
  }
}
