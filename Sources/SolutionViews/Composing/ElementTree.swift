import SolutionModel

/// Which element lies in which, over places in `solution.elements`.
struct ElementTree: Sendable {
  /// The element around each; nil at the top, and where the model names none that exists.
  let parents: [Int?]
  /// Those without a parent, ascending.
  let roots: [Int]
  /// All elements, each followed by what lies in it.
  private let order: [Int]
  /// The place of each in `order`.
  private let position: [Int]
  /// How many elements each holds at any depth, itself counted.
  let sizes: [Int]
  private let children: [[Int]]

  /// Elements that lie in one another in a circle count as lying in nothing.
  ///
  /// - Complexity: O(n).
  init(_ solution: Solution) {
    let count = solution.elements.count
    var parents = solution.elements.indices.map { place in
      solution.elements[place].parent.flatMap { solution.index(of: $0) }
    }
    Self.cutCircles(in: &parents)
    var children = [[Int]](repeating: [], count: count)
    var roots: [Int] = []
    for place in 0..<count {
      if let parent = parents[place] { children[parent].append(place) } else { roots.append(place) }
    }
    var order: [Int] = []
    order.reserveCapacity(count)
    var position = [Int](repeating: 0, count: count)
    var waiting = Array(roots.reversed())
    while let next = waiting.popLast() {
      position[next] = order.count
      order.append(next)
      waiting.append(contentsOf: children[next].reversed())
    }
    var sizes = [Int](repeating: 1, count: count)
    for place in order.reversed() {
      if let parent = parents[place] { sizes[parent] += sizes[place] }
    }
    self.parents = parents
    self.roots = roots
    self.order = order
    self.position = position
    self.sizes = sizes
    self.children = children
  }

  /// The elements directly inside another, ascending.
  func children(of place: Int) -> [Int] { children[place] }

  /// An element and all that lies in it at any depth.
  func subtree(of place: Int) -> ArraySlice<Int> {
    order[position[place]..<position[place] + sizes[place]]
  }

  /// Whether an element is another or lies in it at any depth.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    position[inner] >= position[outer] && position[inner] < position[outer] + sizes[outer]
  }

  /// The elements around another, from the inside out, without itself.
  func surroundings(of place: Int) -> some Sequence<Int> {
    sequence(state: place) { here -> Int? in
      guard let parent = parents[here] else { return nil }
      here = parent
      return parent
    }
  }

  /// The outermost element around another, or the element itself.
  func root(of place: Int) -> Int {
    var found = place
    while let parent = parents[found] { found = parent }
    return found
  }

  /// The outermost element around another that does not hold a third one; the element itself
  /// where the nearest one around it does.
  func outermost(around place: Int, without other: Int) -> Int {
    var found = place
    while let parent = parents[found], !contains(parent, other) { found = parent }
    return found
  }

  private static func cutCircles(in parents: inout [Int?]) {
    // 0 is not looked at, 1 is on the way up, 2 is known to reach the top.
    var state = [UInt8](repeating: 0, count: parents.count)
    for start in parents.indices where state[start] == 0 {
      var chain: [Int] = []
      var here = start
      while state[here] == 0 {
        state[here] = 1
        chain.append(here)
        guard let parent = parents[here] else { break }
        if state[parent] == 1 { parents[here] = nil } else { here = parent }
      }
      for place in chain { state[place] = 2 }
    }
  }
}
