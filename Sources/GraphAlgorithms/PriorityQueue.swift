/// A binary heap that hands out its smallest member first.
package struct PriorityQueue<Member: Comparable> {
  private var heap: [Member] = []

  package init() {}

  package var isEmpty: Bool { heap.isEmpty }

  /// - Complexity: O(log n).
  package mutating func insert(_ member: Member) {
    heap.append(member)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// - Complexity: O(log n).
  package mutating func popFirst() -> Member? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
