import GraphAlgorithms
public import SolutionModel

/// What holds a solution together: elements and links whose loss leaves pieces that no link joins.
public struct CutPoints: Hashable, Sendable {
  /// An element that alone joins pieces of the solution (an articulation point).
  public struct Point: Hashable, Sendable {
    public let element: ElementID
    /// How many elements each piece has, the largest first; at least two pieces.
    public let pieces: [Int]

    /// How many elements are parted from the largest piece.
    public var separatedCount: Int { pieces.dropFirst().reduce(0, +) }
  }

  /// A hop of a link that alone joins two sides of the solution (a bridge).
  public struct Bridge: Hashable, Sendable {
    public let link: LinkID
    public let from: ElementID
    public let to: ElementID
    /// How many elements the smaller side has.
    public let separatedCount: Int
  }

  /// Those that part most first, then by id.
  public let points: [Point]
  /// Those that part most first, then by link.
  public let bridges: [Bridge]
  /// How many elements each part has that links join, the largest first; those without a link are
  /// left out.
  public let parts: [Int]
}

extension SolutionGraph {
  /// The elements and the links that hold the solution together, whichever way links point.
  ///
  /// People are left out: that somebody uses two apps joins neither to the other.
  ///
  /// - Complexity: O(n + m log m).
  public func cutPoints() -> CutPoints {
    let (graph, legs) = subgraph { !isPerson($0.source) && !isPerson($0.destination) }
    let cuts = CutVertices(of: graph)
    let points = zip(cuts.vertices, cuts.pieces).map {
      CutPoints.Point(element: elementID($0), pieces: $1)
    }
    let found = Bridges(of: graph)
    let bridges = zip(found.edges, found.smallerSides).map { edge, count in
      let leg = self.legs[legs[edge]]
      return CutPoints.Bridge(
        link: linkID(leg.link), from: elementID(leg.source), to: elementID(leg.destination),
        separatedCount: count)
    }
    return CutPoints(
      points: points.sorted {
        ($1.separatedCount, $0.element) < ($0.separatedCount, $1.element)
      },
      bridges: bridges.sorted { ($1.separatedCount, $0.link) < ($0.separatedCount, $1.link) },
      parts: ConnectedParts(of: graph).sizes.filter { $0 > 1 }.sorted(by: >))
  }
}
