import ReviewEngine
import SolutionGraph
import SolutionModel

/// Elements with one flaw in common that are one finding: many within one system, or just one.
struct ElementGroup {
  /// What lies directly around them; nil for the solution.
  let scope: ElementID?
  /// By id.
  let members: [ElementID]

  /// The member, where there is one alone.
  var single: ElementID? { members.count == 1 ? members[0] : nil }

  /// The member itself, or what lies around several.
  var place: ElementPath {
    if let single { return .element(single) }
    return scope.map { .element($0) } ?? ElementPath(.solution)
  }

  /// Several have the part of a scope, so that they are told from a flaw of the scope itself.
  var role: Finding.Role { Finding.Role(single == nil ? "scope" : "subject", place.subject) }

  /// Of one scope `limit` elements and more stand together, fewer stand alone; by scope.
  static func gather(_ vertices: [Int], in graph: SolutionGraph, from limit: Int) -> [Self] {
    let byScope = Dictionary(grouping: vertices) { graph.placements[$0].parent ?? -1 }
    return byScope.sorted { $0.key < $1.key }.flatMap { parent, vertices -> [Self] in
      let scope = parent < 0 ? nil : graph.elementID(parent)
      let members = vertices.sorted().map(graph.elementID)
      guard members.count >= limit else { return members.map { Self(scope: scope, members: [$0]) } }
      return [Self(scope: scope, members: members)]
    }
  }
}
