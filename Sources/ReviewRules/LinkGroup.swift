import ReviewEngine
import SolutionGraph
import SolutionModel

/// Links with one flaw in common that are one finding: many of one solution, or just one.
struct LinkGroup {
  /// By place.
  let members: [LinkID]

  /// The link, where there is one alone.
  var single: LinkID? { members.count == 1 ? members[0] : nil }

  /// The link itself, or the solution for several.
  var place: ElementPath { single.map { .link($0) } ?? ElementPath(.solution) }

  /// Several have the part of a scope, so that they are told from a flaw of the solution itself.
  var role: Finding.Role { Finding.Role(single == nil ? "scope" : "subject", place.subject) }

  /// The first of them, where it needs telling which they are.
  func related(_ note: String) -> [Finding.Related] {
    single == nil ? members.prefix(Self.shown).map { Finding.Related(.link($0), note) } : []
  }

  /// From `limit` links on they stand together, fewer stand alone.
  static func gather(_ places: [Int], in graph: SolutionGraph, from limit: Int) -> [Self] {
    let members = places.map(graph.linkID)
    return members.count >= limit ? [Self(members: members)] : members.map { Self(members: [$0]) }
  }

  private static let shown = 50
}
