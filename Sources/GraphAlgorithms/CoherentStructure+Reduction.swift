extension CoherentStructure {
  /// What is left of a structure for one of its components.
  struct Reduction {
    enum Outcome: Hashable { case alwaysWorks, neverWorks, depends }

    let outcome: Outcome
    /// Only what decides whether the root works, the root first; children before parents otherwise
    /// in no order.
    let structure: CoherentStructure
    /// For each component of `structure` its number in the whole.
    let originals: [Int]
  }

  /// Leaves out what the root does not need, what is certain to work and what is certain not to.
  ///
  /// `up` stands for the probabilities, so that some components can be taken as never failing.
  ///
  /// - Complexity: O(n + m).
  func reduced(to root: Int, up: [Double]) -> Reduction {
    let certain = working(up.map { $0 >= 1 ? ~0 : 0 })
    let possible = working(up.map { $0 > 0 ? ~0 : 0 })
    if certain[root] != 0 || possible[root] == 0 {
      return Reduction(
        outcome: certain[root] != 0 ? .alwaysWorks : .neverWorks,
        structure: CoherentStructure([]), originals: [])
    }
    var numbers = [Int](repeating: -1, count: count)
    var originals: [Int] = []
    func number(_ component: Int, passingGates: Bool = true) -> Int {
      let found = passingGates ? shortened(component, up, certain, possible) : component
      if numbers[found] < 0 {
        numbers[found] = originals.count
        originals.append(found)
      }
      return numbers[found]
    }
    _ = number(root)
    var components: [Component] = []
    while components.count < originals.count {
      let component = originals[components.count]
      let (kept, threshold) = open(component, certain, possible)
      let needsAll = threshold == kept.count
      // Two gates with one component behind them count twice where some of several are needed.
      let children = kept.map { number($0, passingGates: needsAll || threshold == 1) }
      components.append(
        Component(
          up: up[component], threshold: needsAll ? nil : threshold, children: children))
    }
    return Reduction(
      outcome: .depends, structure: CoherentStructure(components), originals: originals)
  }

  /// The children that may or may not work, and how many of them are needed.
  private func open(_ component: Int, _ certain: [UInt64], _ possible: [UInt64]) -> (
    children: [Int], threshold: Int
  ) {
    var kept: [Int] = []
    var threshold = thresholds[component]
    for child in children(of: component) where possible[child] != 0 {
      if certain[child] != 0 { threshold -= 1 } else { kept.append(child) }
    }
    return threshold <= 0 ? ([], 0) : (kept, threshold)
  }

  /// The first component behind gates that have but one child that counts.
  private func shortened(
    _ component: Int, _ up: [Double], _ certain: [UInt64], _ possible: [UInt64]
  ) -> Int {
    var found = component
    var hops = 0
    while up[found] >= 1, hops < count {
      let (kept, _) = open(found, certain, possible)
      guard kept.count == 1 else { break }
      found = kept[0]
      hops += 1
    }
    return found
  }

  /// The components without which the root does not work, ascending.
  ///
  /// All single failures are tried, 64 at a time.
  ///
  /// - Complexity: O(v ÷ 64 · (n + m)) for v components that may fail.
  func necessary(for root: Int) -> [Int] {
    let fallible = up.indices.filter { up[$0] < 1 }
    var found: [Int] = []
    for start in stride(from: 0, to: fallible.count, by: 64) {
      let batch = fallible[start..<min(start + 64, fallible.count)]
      var words = [UInt64](repeating: ~0, count: count)
      for (bit, component) in batch.enumerated() { words[component] &= ~(1 << UInt64(bit)) }
      follow(&words)
      for (bit, component) in batch.enumerated() where words[root] >> UInt64(bit) & 1 == 0 {
        found.append(component)
      }
    }
    return found
  }
}
