extension Tangle {
  /// Beyond this the table of subsets would not fit into a sensible amount of memory.
  private static let mostVertices = 18

  /// What `bestOrder` costs; `Int.max` when there are too many vertices.
  var subsetSteps: Int {
    vertexCount > Self.mostVertices ? .max : vertexCount << vertexCount
  }

  /// An order of the vertices against which the arcs weigh least, by dynamic programming over the sets
  /// of vertices that come first (Held and Karp's method for sequencing problems, 1962).
  ///
  /// - Complexity: O(2ᵏ·k) for k vertices.
  func bestOrder() -> [Int] {
    let back = BackWeights(of: self)
    var best = [Int](repeating: .max, count: 1 << vertexCount)
    var last = [UInt8](repeating: 0, count: 1 << vertexCount)
    best[0] = 0
    for subset in 1..<(1 << vertexCount) {
      var rest = subset
      while rest != 0 {
        let vertex = rest.trailingZeroBitCount
        rest &= rest - 1
        let before = subset & ~(1 << vertex)
        let weight = best[before] + back.weight(of: vertex, into: before)
        if weight < best[subset] {
          best[subset] = weight
          last[subset] = UInt8(vertex)
        }
      }
    }
    var order: [Int] = []
    var subset = (1 << vertexCount) - 1
    while subset != 0 {
      let vertex = Int(last[subset])
      order.append(vertex)
      subset &= ~(1 << vertex)
    }
    return order.reversed()
  }
}

/// The weight of the arcs from a vertex into a set of vertices, by two look-ups: one for the lower
/// half of the vertices, one for the upper half.
private struct BackWeights {
  private let half: Int
  private let lower: [Int]
  private let upper: [Int]

  init(of tangle: Tangle) {
    let half = (tangle.vertexCount + 1) / 2
    var toLower = [Int](repeating: 0, count: tangle.vertexCount << half)
    var toUpper = toLower
    for arc in tangle.arcs {
      let isLower = arc.target < half
      let bit = isLower ? arc.target : arc.target - half
      if isLower {
        toLower[arc.source << half | 1 << bit] = arc.weight
      } else {
        toUpper[arc.source << half | 1 << bit] = arc.weight
      }
    }
    for row in 0..<tangle.vertexCount {
      for subset in 1..<(1 << half) {
        let lowest = subset & -subset
        guard lowest != subset else { continue }
        let base = row << half
        toLower[base | subset] = toLower[base | lowest] + toLower[base | (subset ^ lowest)]
        toUpper[base | subset] = toUpper[base | lowest] + toUpper[base | (subset ^ lowest)]
      }
    }
    self.half = half
    lower = toLower
    upper = toUpper
  }

  func weight(of vertex: Int, into subset: Int) -> Int {
    let base = vertex << half
    return lower[base | subset & ((1 << half) - 1)] + upper[base | subset >> half]
  }
}
