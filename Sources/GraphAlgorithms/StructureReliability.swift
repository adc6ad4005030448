/// The probability that the root of a structure works: exact where that is affordable, else between
/// bounds that are certain, else between bounds that samples have narrowed.
package struct StructureReliability: Hashable, Sendable {
  /// How the answer was found.
  package enum Method: Int, Hashable, Comparable, Sendable {
    /// Every component that may fail is necessary.
    case product
    /// A decision diagram for what is entangled.
    case diagram
    /// All scenarios with few failures, and a bound for the rest.
    case bounds
    /// The same, narrowed by samples of the rest.
    case samples

    /// From the most certain to the least.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What may be spent; what was used is taken off, so that several questions share it.
  package struct Budget: Hashable, Sendable {
    /// Nodes of decision diagrams for one question.
    package var nodesEach = 60_000
    /// Nodes of decision diagrams for all questions.
    package var nodes = 250_000
    /// Machine words for scenarios and samples, for all questions.
    package var words = 40_000_000
    /// The width of an interval that is narrow enough not to be sampled.
    package var tolerance = 1e-6

    package init() {}
  }

  package let method: Method
  /// The exact probability, or the likeliest one.
  package let probability: Double
  /// Equal to `probability` when exact.
  package let lower: Double
  package let upper: Double
  /// The components without which the root does not work, ascending.
  package let necessary: [Int]
  /// By component, how the probability changes with that of the component (Birnbaum); nil where
  /// only bounds are known and it is not necessary.
  package let importances: [Double?]
  /// How many components that may fail were left when the necessary ones were taken out.
  package let entangledCount: Int

  /// - Complexity: O(v ÷ 64 · (n + m)) to find what is necessary, then what `budget` allows.
  package init(of structure: CoherentStructure, root: Int, budget: inout Budget) {
    let all = structure.reduced(to: root, up: structure.up)
    guard all.outcome == .depends else {
      method = .product
      probability = all.outcome == .alwaysWorks ? 1 : 0
      lower = probability
      upper = probability
      necessary = []
      importances = [Double?](repeating: 0, count: structure.count)
      entangledCount = 0
      return
    }
    let needed = all.structure.necessary(for: 0)
    var up = all.structure.up
    let product = needed.reduce(1) { $0 * up[$1] }
    for component in needed { up[component] = 1 }
    let rest = all.structure.reduced(to: 0, up: up)
    let entangled = rest.structure.up.count { $0 < 1 }
    let answer = Answer(of: rest, budget: &budget)
    method = entangled == 0 ? .product : answer.method
    probability = product * answer.probability
    lower = product * answer.lower
    upper = product * answer.upper
    necessary = needed.map { all.originals[$0] }.sorted()
    entangledCount = entangled

    var importances = [Double?](repeating: 0, count: structure.count)
    for component in rest.structure.up.indices where rest.structure.up[component] < 1 {
      importances[all.originals[rest.originals[component]]] =
        answer.importances.map { product * $0[component] }
    }
    for component in needed {
      let chance = all.structure.up[component]
      importances[all.originals[component]] = product / chance * answer.probability
    }
    self.importances = importances
  }
}

/// What is left when the necessary components are taken out.
private struct Answer {
  var method = StructureReliability.Method.diagram
  var probability = 1.0
  var lower = 1.0
  var upper = 1.0
  var importances: [Double]?

  init(of rest: CoherentStructure.Reduction, budget: inout StructureReliability.Budget) {
    guard rest.outcome == .depends else {
      importances = []
      return
    }
    let nodes = min(budget.nodesEach, budget.nodes)
    var nodesLeft = nodes
    let exact = ModularReliability(of: rest.structure, root: 0, nodesLeft: &nodesLeft)
    budget.nodes -= nodes - max(0, nodesLeft)
    if let exact {
      probability = exact.probability
      lower = probability
      upper = probability
      importances = exact.importances
    } else {
      bound(rest.structure, &budget)
    }
  }

  private mutating func bound(
    _ structure: CoherentStructure, _ budget: inout StructureReliability.Budget
  ) {
    let size = structure.count + structure.children.count
    var bounds = ReliabilityBounds(of: structure, root: 0, wordsLeft: budget.words / 4)
    let fallible = bounds.fallible.count
    let pairs = bounds.failuresTried > 1 ? fallible * fallible / 128 : 0
    budget.words -= (pairs + fallible) * size
    method = .bounds
    probability = (bounds.lower + bounds.upper) / 2
    if bounds.upper - bounds.lower > budget.tolerance, budget.words > 0 {
      let costOfBatch = size + 64 * 4 * fallible
      let batches = min(1024, budget.words / 8 / max(1, costOfBatch))
      if batches > 0 {
        budget.words -= batches * costOfBatch
        method = .samples
        probability = bounds.refine(structure, root: 0, samples: batches * 64)
      }
    }
    lower = bounds.lower
    upper = bounds.upper
  }
}
