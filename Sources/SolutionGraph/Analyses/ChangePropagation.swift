import GraphAlgorithms
import SolutionModel

/// How far a change may spread: along dependencies at any distance.
///
/// Alan MacCormack, John Rusnak, Carliss Baldwin, *Exploring the structure of complex software
/// designs*, Management Science 52, 2006; the roles by Baldwin, MacCormack, Rusnak, *Hidden
/// structure: using network methods to map system architecture*, Research Policy 43, 2014.
public struct ChangePropagation: Hashable, Sendable {
  /// What an element is to the whole.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// In the largest group that depends on itself in a circle; where there is none, seen by many
    /// and seeing many.
    case core
    /// Seen by many, seeing few: many depend on it.
    case shared
    /// Seen by few, seeing many: it depends on many.
    case control
    /// Seen by few and seeing few.
    case periphery
  }

  /// The figures of one element.
  public struct Visibility: Hashable, Sendable {
    /// How many others depend on it, at any distance: a change of it may reach them.
    public let fanIn: Int
    /// On how many others it depends, at any distance: a change of them may reach it.
    public let fanOut: Int
    public let role: Role
  }

  /// By vertex; nil for people and for what has no dependency.
  public let visibilities: [Visibility?]
  /// How many elements have one.
  public let elementCount: Int
  /// The share of all ordered pairs in which the one depends on the other at any distance, each
  /// element and itself counted as a pair: from 1/n to 1.
  public let propagationCost: Double
  /// How many elements the largest group has that depends on itself in a circle; 0 without a circle.
  public let largestCircleCount: Int
  /// Whether that group is the core; else the medians part the roles.
  public let hasCircularCore: Bool
}

extension SolutionGraph {
  /// How far changes may spread along structural dependencies; nil for more than `limit` elements
  /// with a dependency, because the cost grows with the square of their number.
  ///
  /// A circle is a core when it holds at least one element in twenty.
  ///
  /// - Complexity: O((n + m)·n ÷ 64) words.
  public func changePropagation(limit: Int = 20_000) -> ChangePropagation? {
    let (graph, vertices) = boundPart()
    guard vertices.count <= limit else { return nil }
    let out = Reachability(in: graph).counts
    let inward = Reachability(in: graph.reversed).counts
    let components = StronglyConnectedComponents(of: graph)
    let largest = components.circular.max {
      (components[$0].count, -$0) < (components[$1].count, -$1)
    }
    let circle = largest.map { components[$0].count } ?? 0
    let core = circle * 20 >= vertices.count ? largest : nil
    let limits: (inward: Int, out: Int)
    if let member = core.flatMap({ components[$0].first }) {
      limits = (inward[member], out[member])
    } else {
      limits = (Self.median(of: inward), Self.median(of: out))
    }
    var visibilities = [ChangePropagation.Visibility?](
      repeating: nil, count: solution.elements.count)
    for (place, vertex) in vertices.enumerated() {
      let isCore = core == components.componentOf[place]
      visibilities[vertex] = ChangePropagation.Visibility(
        fanIn: inward[place], fanOut: out[place],
        role: isCore
          ? .core
          : Self.role(
            isSeen: inward[place] >= limits.inward, sees: out[place] >= limits.out,
            isCoreTaken: core != nil))
    }
    let pairs = Double(vertices.count) * Double(vertices.count)
    let seen = out.reduce(vertices.count, +)
    return ChangePropagation(
      visibilities: visibilities, elementCount: vertices.count,
      propagationCost: pairs > 0 ? Double(seen) / pairs : 0, largestCircleCount: circle,
      hasCircularCore: core != nil)
  }

  /// The structural dependencies among elements, people left out, numbered anew.
  func boundPart() -> (graph: DirectedGraph, vertices: [Int]) {
    let dependencies = structuralDependencies(in: .any).filter {
      !isPerson($0.dependent) && !isPerson($0.dependency)
    }
    var isBound = [Bool](repeating: false, count: solution.elements.count)
    for dependency in dependencies {
      isBound[dependency.dependent] = true
      isBound[dependency.dependency] = true
    }
    let vertices = isBound.indices.filter { isBound[$0] }
    var places = [Int](repeating: 0, count: isBound.count)
    for (place, vertex) in vertices.enumerated() { places[vertex] = place }
    let graph = DirectedGraph(
      vertexCount: vertices.count,
      edges: dependencies.map {
        DirectedGraph.Edge(places[$0.dependent], places[$0.dependency])
      })
    return (graph, vertices)
  }

  /// A circle that is too small for a core takes the place of nobody: then what sees and is seen
  /// by many is the core; beside a core, it feeds on it and counts as shared.
  private static func role(isSeen: Bool, sees: Bool, isCoreTaken: Bool) -> ChangePropagation.Role {
    switch (isSeen, sees) {
    case (true, true): isCoreTaken ? .shared : .core
    case (true, false): .shared
    case (false, true): .control
    case (false, false): .periphery
    }
  }

  private static func median(of numbers: [Int]) -> Int {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
