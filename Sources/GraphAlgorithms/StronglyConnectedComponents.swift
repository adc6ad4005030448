/// The largest groups of vertices that all reach each other; a vertex alone is a group of one.
///
/// Components are numbered by their smallest vertices. Robert Tarjan, *Depth-first search and linear
/// graph algorithms*, SIAM Journal on Computing 1, 1972, without recursion.
package struct StronglyConnectedComponents: Sendable {
  /// The component of each vertex.
  package let componentOf: [Int]
  private let starts: [Int]
  private let members: [Int]

  package var count: Int { starts.count - 1 }

  /// The vertices of a component, ascending.
  package subscript(component: Int) -> ArraySlice<Int> {
    members[starts[component]..<starts[component + 1]]
  }

  /// The components that hold a cycle of two vertices or more, ascending.
  package var circular: [Int] { (0..<count).filter { starts[$0 + 1] - starts[$0] > 1 } }

  /// - Complexity: O(n + m).
  package init(of graph: DirectedGraph) {
    let representative = Self.representatives(in: graph)
    var number = [Int](repeating: -1, count: graph.vertexCount)
    var componentOf = [Int](repeating: 0, count: graph.vertexCount)
    var sizes: [Int] = []
    for vertex in 0..<graph.vertexCount {
      let key = representative[vertex]
      if number[key] < 0 {
        number[key] = sizes.count
        sizes.append(0)
      }
      componentOf[vertex] = number[key]
      sizes[number[key]] += 1
    }
    var starts = [0]
    starts.reserveCapacity(sizes.count + 1)
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var members = [Int](repeating: 0, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      members[next[componentOf[vertex]]] = vertex
      next[componentOf[vertex]] += 1
    }
    self.componentOf = componentOf
    self.starts = starts
    self.members = members
  }

  /// For each vertex the one of its component that the search came to first.
  private static func representatives(in graph: DirectedGraph) -> [Int] {
    let count = graph.vertexCount
    let rows = graph.outgoing
    var order = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var representative = [Int](repeating: -1, count: count)
    var next = rows.starts
    var open: [Int] = []
    var path: [Int] = []
    var visited = 0

    for root in 0..<count where order[root] < 0 {
      path.append(root)
      while let vertex = path.last {
        if order[vertex] < 0 {
          order[vertex] = visited
          low[vertex] = visited
          visited += 1
          open.append(vertex)
        }
        var child: Int?
        while child == nil, next[vertex] < rows.starts[vertex + 1] {
          let target = rows.vertices[next[vertex]]
          next[vertex] += 1
          if order[target] < 0 {
            child = target
          } else if representative[target] < 0 {
            low[vertex] = min(low[vertex], low[target])
          }
        }
        if let child {
          path.append(child)
          continue
        }
        path.removeLast()
        if low[vertex] == order[vertex] {
          while let member = open.popLast() {
            representative[member] = vertex
            if member == vertex { break }
          }
        } else if let parent = path.last {
          low[parent] = min(low[parent], low[vertex])
        }
      }
    }
    return representative
  }
}
