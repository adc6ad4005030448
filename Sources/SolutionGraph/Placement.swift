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
  /// The vertex of the element that runs it.
  public var provider: Int?
  public var isExternal = false
  /// Its own, that of what is around it, or that of the solution.
  public var criticality: Criticality?
  /// Its own or that of what is around it, without that of the solution.
  public var ownCriticality: Criticality?
  public var lifecycle: Lifecycle?
}

extension Placement {
  /// The placements of all elements, in their order.
  ///
  /// An element is placed once what is around it is; a ring of parents is cut where it is met.
  ///
  /// - Complexity: O(n).
  static func table(of solution: Solution) -> [Placement] {
    let parents = solution.elements.indices.map { vertex in
      solution.elements[vertex].parent.flatMap { solution.index(of: $0) }
    }
    var table = parents.indices.map { Placement(host: $0) }
    var isPlaced = [Bool](repeating: false, count: parents.count)
    var isPending = isPlaced
    var chain: [Int] = []
    for vertex in parents.indices {
      var next: Int? = vertex
      while let inner = next, !isPending[inner] {
        isPending[inner] = true
        chain.append(inner)
        next = parents[inner]
      }
      while let inner = chain.popLast() {
        let outer = parents[inner].flatMap { isPlaced[$0] ? $0 : nil }
        table[inner].settle(inner, in: solution, inside: outer.map { table[$0] }, at: outer)
        isPlaced[inner] = true
      }
    }
    return table
  }

  private init(host: Int) { self.host = host }

  /// `outer` is the placement of what is around the element.
  private mutating func settle(
    _ vertex: Int, in solution: Solution, inside outer: Placement?, at outerVertex: Int?
  ) {
    let kind = solution.elements[vertex].kind
    parent = outerVertex
    system = kind == .system ? vertex : outer?.system
    host = kind == .module ? outer?.host ?? vertex : vertex
    owner = solution.elements[vertex].owner ?? outer?.owner
    domain = solution.elements[vertex].domain ?? outer?.domain
    zone = solution.elements[vertex].zone ?? outer?.zone
    provider =
      solution.elements[vertex].provider.flatMap { solution.index(of: $0) } ?? outer?.provider
    if provider == vertex { provider = nil }
    isExternal = solution.elements[vertex].isExternal ?? outer?.isExternal ?? false
    ownCriticality = solution.elements[vertex].criticality ?? outer?.ownCriticality
    criticality = ownCriticality ?? solution.criticality
    lifecycle = solution.elements[vertex].lifecycle ?? outer?.lifecycle
  }
}
