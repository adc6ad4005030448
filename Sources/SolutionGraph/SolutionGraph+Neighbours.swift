import GraphAlgorithms

extension SolutionGraph {
  /// The legs that start at a vertex, by destination, then by place in `legs`.
  public func legs(outOf vertex: Int) -> some Sequence<Leg> {
    let legs = legs  // Not the whole graph: a closure that holds it copies all its lists.
    return graph.edgesOut(of: vertex).lazy.map { legs[$0] }
  }

  /// The legs that end at a vertex, by source, then by place in `legs`.
  public func legs(into vertex: Int) -> some Sequence<Leg> {
    let legs = legs
    return graph.edgesIn(to: vertex).lazy.map { legs[$0] }
  }
}
