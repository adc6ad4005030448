/// Which components keep which others working: a structure function that is coherent, so that a
/// repair never does harm.
///
/// A component works while it is up by itself and enough of its children work: all of them, one of
/// them, or k of n. A component that is never down by itself is a gate. Where components need each
/// other in circles, they work as long as nothing from outside stops them.
///
/// Richard Barlow, Frank Proschan, *Statistical theory of reliability and life testing*, 1975.
package struct CoherentStructure: Sendable {
  /// A component before it is part of a structure.
  package struct Component: Hashable, Sendable {
    /// The probability that it is up by itself, from 0 to 1.
    package var up: Double
    /// How many of its children must work; nil means all.
    package var threshold: Int?
    /// The numbers of the components that it needs; each counts once.
    package var children: [Int]

    package init(up: Double = 1, threshold: Int? = nil, children: [Int] = []) {
      self.up = up
      self.threshold = threshold
      self.children = children
    }
  }

  /// By component.
  package let up: [Double]
  let thresholds: [Int]
  let starts: [Int]
  let children: [Int]
  let groups: StronglyConnectedComponents
  /// The strongly connected components, those that others need first.
  let order: [Int]

  /// - Precondition: every child is the number of a component.
  /// - Complexity: O((n + m) log n).
  package init(_ components: [Component]) {
    var starts = [0]
    var children: [Int] = []
    var thresholds: [Int] = []
    var edges: [DirectedGraph.Edge] = []
    for (number, component) in components.enumerated() {
      let distinct = Set(component.children).sorted()
      let others = distinct.filter { $0 != number }
      let threshold = component.threshold ?? distinct.count
      // What needs itself works as long as nothing else stops it.
      thresholds.append(threshold - (distinct.count - others.count))
      children += others
      edges += others.map { DirectedGraph.Edge(number, $0) }
      starts.append(children.count)
    }
    self.starts = starts
    self.children = children
    self.thresholds = thresholds
    up = components.map(\.up)
    let condensation = Condensation(
      of: DirectedGraph(vertexCount: components.count, edges: edges))
    groups = condensation.components
    order = TopologicalOrder(of: condensation.graph)?.vertices.reversed() ?? []
  }

  package var count: Int { up.count }

  func children(of component: Int) -> ArraySlice<Int> {
    children[starts[component]..<starts[component + 1]]
  }

  func needsAll(_ component: Int) -> Bool {
    thresholds[component] == starts[component + 1] - starts[component]
  }

  /// Which components work in each of 64 scenarios, one a bit.
  ///
  /// `isUp` has, by component, the scenarios in which it is up by itself.
  ///
  /// - Complexity: O(n + m), and for each circle as many rounds as it has components at most.
  package func working(_ isUp: [UInt64]) -> [UInt64] {
    var working = isUp
    follow(&working)
    return working
  }

  /// Turns what is up by itself into what works, in place.
  package func follow(_ words: inout [UInt64]) {
    for group in order {
      let members = groups[group]
      if members.count == 1 {
        let member = members[members.startIndex]
        words[member] &= support(of: member, in: words)
      } else if members.allSatisfy(needsAll) {
        var all = ~UInt64(0)
        for member in members {
          all &= words[member]
          for child in children(of: member) where groups.componentOf[child] != group {
            all &= words[child]
          }
        }
        for member in members { words[member] = all }
      } else {
        settle(members, &words)
      }
    }
  }

  /// Lets failures spread through a circle until nothing changes.
  private func settle(_ members: ArraySlice<Int>, _ words: inout [UInt64]) {
    var isChanging = true
    while isChanging {
      isChanging = false
      for member in members {
        let next = words[member] & support(of: member, in: words)
        if next != words[member] {
          words[member] = next
          isChanging = true
        }
      }
    }
  }

  private func support(of component: Int, in words: [UInt64]) -> UInt64 {
    let first = starts[component]
    let last = starts[component + 1]
    let threshold = thresholds[component]
    if threshold <= 0 { return ~0 }
    if threshold > last - first { return 0 }
    if threshold == last - first {
      var all = ~UInt64(0)
      for place in first..<last { all &= words[children[place]] }
      return all
    }
    if threshold == 1 {
      var any = UInt64(0)
      for place in first..<last { any |= words[children[place]] }
      return any
    }
    var atLeast = [UInt64](repeating: 0, count: threshold + 1)
    atLeast[0] = ~0
    for place in first..<last {
      for number in stride(from: threshold, to: 0, by: -1) {
        atLeast[number] |= atLeast[number - 1] & words[children[place]]
      }
    }
    return atLeast[threshold]
  }
}
