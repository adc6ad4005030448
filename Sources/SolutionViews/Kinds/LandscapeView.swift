import SolutionModel

/// All people and top-level elements, and how they use each other.
struct LandscapeView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    guard !source.tree.roots.isEmpty else { return [] }
    return [
      ViewEntry(
        id: "landscape", kind: .landscape, title: "People and systems of \(source.solution.name)",
        subject: .solution)
    ]
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    View(entry, Self.draft(from: source), from: source) { counts in
      "Who and what there is, and who uses what: \(counts)"
    }
  }

  /// The top-level elements with all links in use.
  static func draft(from source: ViewSource) -> ViewDraft {
    var draft = ViewDraft()
    let roots = source.tree.roots
    draft.standIns = RollUp(roots, limit: source.boxLimit, in: source).standIns
    for root in roots where draft.standIns[root] == nil {
      draft.show(root, because: "is at the top level")
    }
    draft.links = Set(source.solution.links.indices.filter(source.isInUse))
    return draft
  }
}
