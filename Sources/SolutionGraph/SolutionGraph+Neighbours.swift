import GraphAlgorithms

extension SolutionGraph {
  /// The legs that start at a vertex, by destination, then by place in `legs`.
  public func legs(outOf vertex: Int) -> some Sequence<Leg> {
    graph.edgesOut(of: vertex).lazy.map { [legs] in legs[$0] }
  }

  /// The legs that end at a vertex, by source, then by place in `legs`.
  public func legs(into vertex: Int) -> some Sequence<Leg> {
    graph.edgesIn(to: vertex).lazy.map { [legs] in legs[$0] }
  }
}
