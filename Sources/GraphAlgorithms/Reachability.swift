/// How many vertices each vertex reaches.
///
/// Rows of bits are joined along the condensation, a block of columns at a time, so that memory stays
/// linear however large the graph is. Bit-parallel closure as for visibility matrices: MacCormack,
/// Rusnak, Baldwin, *Exploring the structure of complex software designs*, Management Science 52, 2006.
package struct Reachability: Sendable {
  /// By vertex: how many others it reaches; itself is never counted.
  package let counts: [Int]
  /// By vertex: the weights of the others that it reaches, added up.
  package let sums: [Int]

  private static let wordsInBlock = 16

  /// - Parameters:
  ///   - graph: the graph.
  ///   - weights: by vertex; few different ones. Without them every vertex weighs 1.
  /// - Complexity: O((n + m)·n ÷ 64) words in time, times the number of different weights, and O(n + m)
  ///   in memory.
  package init(in graph: DirectedGraph, weights: [Int]? = nil) {
    let kinds = weights.map { Set($0).sorted() } ?? []
    let condensation = Condensation(of: graph)
    let components = condensation.components
    let rows = condensation.graph.outgoing
    let order = TopologicalOrder(of: condensation.graph)?.vertices.reversed() ?? []
    let width = Self.wordsInBlock
    var reached = [Int](repeating: 0, count: components.count)
    var weighed = reached
    var bits = [UInt64](repeating: 0, count: components.count * width)
    for block in stride(from: 0, to: graph.vertexCount, by: width * 64) {
      let masks = kinds.map { kind in
        Self.mask(from: block, to: min(graph.vertexCount, block + width * 64)) {
          weights?[$0] == kind
        }
      }
      for component in order {
        let row = component * width
        for word in 0..<width { bits[row + word] = 0 }
        for vertex in components[component] where (block..<block + width * 64).contains(vertex) {
          bits[row + (vertex - block) / 64] |= 1 << UInt64((vertex - block) % 64)
        }
        var previous = -1
        for place in rows.row(of: component) where rows.vertices[place] != previous {
          previous = rows.vertices[place]
          for word in 0..<width { bits[row + word] |= bits[previous * width + word] }
        }
        for word in 0..<width { reached[component] += bits[row + word].nonzeroBitCount }
        for (kind, mask) in zip(kinds, masks) {
          for word in 0..<width {
            weighed[component] += kind * (bits[row + word] & mask[word]).nonzeroBitCount
          }
        }
      }
    }
    counts = components.componentOf.map { reached[$0] - 1 }
    sums =
      weights.map { weights in
        components.componentOf.indices.map { weighed[components.componentOf[$0]] - weights[$0] }
      } ?? counts
  }

  /// The columns of a block, as bits, that belong to it.
  private static func mask(from start: Int, to end: Int, where belongs: (Int) -> Bool) -> [UInt64] {
    var mask = [UInt64](repeating: 0, count: wordsInBlock)
    for vertex in start..<end where belongs(vertex) {
      mask[(vertex - start) / 64] |= 1 << UInt64((vertex - start) % 64)
    }
    return mask
  }
}
