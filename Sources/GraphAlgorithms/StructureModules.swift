/// The modules of a structure: components whose needs nobody outside them shares, so that each is
/// reckoned by itself and then counts as one part.
///
/// Yves Dutuit, Antoine Rauzy, *A linear-time algorithm to find modules of fault trees*, IEEE
/// Transactions on Reliability 45, 1996. Components in a circle are no modules by themselves.
struct StructureModules {
  /// By component.
  private(set) var isModule: [Bool]
  /// The modules that are no leaves, inner ones first; the last one is the root's.
  private(set) var inner: [Int] = []

  private var dates: [Dates]

  /// When the search came to a component first, left it, and came by last.
  private struct Dates {
    var first = 0
    var left = 0
    var last = 0
    /// Of all below it.
    var earliest = Int.max
    var latest = 0
  }

  /// - Complexity: O(n + m).
  init(of structure: CoherentStructure, root: Int) {
    isModule = [Bool](repeating: false, count: structure.count)
    dates = [Dates](repeating: Dates(), count: structure.count)
    let finished = visit(structure, root)
    for component in finished {
      for child in structure.children(of: component) {
        dates[component].earliest = min(
          dates[component].earliest, dates[child].earliest, dates[child].first)
        dates[component].latest = max(
          dates[component].latest, dates[child].latest, dates[child].last)
      }
      let group = structure.groups[structure.groups.componentOf[component]]
      let isClosed =
        dates[component].earliest > dates[component].first
        && dates[component].latest < dates[component].left
      isModule[component] = component == root || (group.count == 1 && isClosed)
      if isModule[component], !structure.children(of: component).isEmpty {
        inner.append(component)
      }
    }
    if inner.last != root { inner.append(root) }
  }

  /// Searches in depth and dates every step; answers the components as they are left.
  private mutating func visit(_ structure: CoherentStructure, _ root: Int) -> [Int] {
    var next = structure.starts
    var path = [root]
    var finished: [Int] = []
    var date = 1
    dates[root].first = date
    dates[root].last = date
    while let component = path.last {
      date += 1
      if next[component] < structure.starts[component + 1] {
        let child = structure.children[next[component]]
        next[component] += 1
        if dates[child].first == 0 {
          dates[child].first = date
          path.append(child)
        }
        dates[child].last = date
      } else {
        dates[component].left = date
        dates[component].last = date
        finished.append(component)
        path.removeLast()
      }
    }
    return finished
  }
}
