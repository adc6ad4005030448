/// For each vertex the edges at one of its sides, in compressed rows: the row of `v` is
/// `starts[v]..<starts[v + 1]` in `edges` and `vertices`.
struct AdjacencyRows: Hashable, Sendable {
  let starts: [Int]
  /// The numbers of the edges of each row, by far end, then by number.
  let edges: [Int]
  /// The far ends of those edges.
  let vertices: [Int]

  /// - Complexity: O(n + m), by two passes of counting sort.
  init(count: Int, near: [Int], far: [Int]) {
    let byFar = Self.sorted(Array(near.indices), by: far, count: count).numbers
    let rows = Self.sorted(byFar, by: near, count: count)
    starts = rows.starts
    edges = rows.numbers
    vertices = rows.numbers.map { far[$0] }
  }

  func row(of vertex: Int) -> Range<Int> { starts[vertex]..<starts[vertex + 1] }

  private static func sorted(_ numbers: [Int], by keys: [Int], count: Int) -> (
    starts: [Int], numbers: [Int]
  ) {
    var starts = [Int](repeating: 0, count: count + 1)
    for key in keys { starts[key + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    var next = starts
    var sorted = [Int](repeating: 0, count: numbers.count)
    for number in numbers {
      let key = keys[number]
      sorted[next[key]] = number
      next[key] += 1
    }
    return (starts, sorted)
  }
}
