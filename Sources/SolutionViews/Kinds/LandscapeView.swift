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
    draft.standIns = standIns(for: roots, from: source)
    for root in roots where draft.standIns[root] == nil {
      draft.show(root, because: "is at the top level")
    }
    draft.links = Set(source.solution.links.indices.filter(source.isInUse))
    return draft
  }

  /// The most arrows that a landscape of rolled-up elements should have.
  private static let arrowLimit = 150
  private static let fewestBoxes = 8

  /// Where there are too many elements, rolls up as many as it takes to keep arrows few as well.
  private static func standIns(
    for roots: [Int], from source: ViewSource
  ) -> [Int: ElementPath.Subject] {
    var limit = source.boxLimit
    while true {
      let standIns = RollUp(roots, limit: limit, in: source).standIns
      guard !standIns.isEmpty, limit > fewestBoxes,
        arrowCount(standIns, from: source) > arrowLimit
      else { return standIns }
      limit = max(fewestBoxes, limit * 3 / 4)
    }
  }

  private static func arrowCount(
    _ standIns: [Int: ElementPath.Subject], from source: ViewSource
  ) -> Int {
    struct Pair: Hashable {
      let source: ElementPath.Subject
      let destination: ElementPath.Subject
    }
    var pairs: Set<Pair> = []
    func box(_ element: Int) -> ElementPath.Subject {
      let root = source.tree.root(of: element)
      return standIns[root] ?? source.subject(of: root)
    }
    for link in source.stops.indices where source.isInUse(link) {
      if let first = source.stops[link].first, let last = source.stops[link].last {
        let pair = Pair(source: box(first), destination: box(last))
        if pair.source != pair.destination { pairs.insert(pair) }
      }
    }
    return pairs.count
  }
}
