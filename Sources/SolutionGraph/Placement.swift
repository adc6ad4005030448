public import SolutionModel

/// Where an element belongs: what it declares or inherits, worked out once for all elements.
///
/// `Solution.owner(of:)` and its kin answer the same for one element, and say where from.
public struct Placement: Hashable, Sendable {
  /// The vertex of the element directly around it.
  public var parent: Int?
  /// The vertex of the innermost system around it, or its own.
  public var system: Int?
  /// The vertex of the app that a module is part of; for all others their own.
  public var host: Int
  public var owner: TeamID?
  public var domain: DomainID?
  public var zone: ZoneID?
  public var isExternal = false
  /// Its own, that of what is around it, or that of the solution.
  public var criticality: Criticality?
  public var lifecycle: Lifecycle?
}

extension Placement {
  /// The placements of all elements, in their order.
  ///
  /// An element is placed once what is around it is; a ring of parents is cut where it is met.
  ///
  /// - Complexity: O(n).
  static func table(of solution: Solution) -> [Placement] {
    let parents = solution.elements.map { $0.parent.flatMap(solution.index(of:)) }
    var table: [Placement?] = Array(repeating: nil, count: parents.count)
    var isPending = [Bool](repeating: false, count: parents.count)
    for vertex in parents.indices {
      var chain: [Int] = []
      var next: Int? = vertex
      while let inner = next, table[inner] == nil, !isPending[inner] {
        isPending[inner] = true
        chain.append(inner)
        next = parents[inner]
      }
      for inner in chain.reversed() {
        let outer = parents[inner].flatMap { table[$0] }
        table[inner] = Placement(
          of: inner, in: solution, parent: outer == nil ? nil : parents[inner], placed: outer)
      }
    }
    return table.compactMap(\.self)
  }

  private init(of vertex: Int, in solution: Solution, parent: Int?, placed outer: Placement?) {
    self.parent = parent
    let kind = solution.elements[vertex].kind
    system = kind == .system ? vertex : outer?.system
    host = kind == .module ? outer?.host ?? vertex : vertex
    owner = solution.elements[vertex].owner ?? outer?.owner
    domain = solution.elements[vertex].domain ?? outer?.domain
    zone = solution.elements[vertex].zone ?? outer?.zone
    isExternal = solution.elements[vertex].isExternal ?? outer?.isExternal ?? false
    criticality =
      solution.elements[vertex].criticality ?? outer?.criticality ?? solution.criticality
    lifecycle = solution.elements[vertex].lifecycle ?? outer?.lifecycle
  }
}
