/// Between which probabilities a root is certain to work, from all scenarios with few failures.
///
/// The scenarios with no, one and two failures are tried, 64 at a time; the rest is bounded by the
/// probability of more failures (the tail of a Poisson binomial distribution). The bounds hold for
/// sure, without a sample.
struct ReliabilityBounds {
  private(set) var lower: Double
  private(set) var upper: Double
  /// The most failures of the scenarios that were tried.
  let failuresTried: Int
  /// The components that may fail.
  let fallible: [Int]

  /// With fewer `wordsLeft` than all pairs need, only single failures are tried.
  ///
  /// - Complexity: O(v² ÷ 128 · (n + m)) for v components that may fail.
  init(of structure: CoherentStructure, root: Int, wordsLeft: Int) {
    let fallible = structure.up.indices.filter { structure.up[$0] < 1 }
    self.fallible = fallible
    let size = structure.count + structure.children.count
    let pairCost = (fallible.count * fallible.count / 128 + fallible.count) * size
    failuresTried = pairCost <= wordsLeft ? 2 : 1
    var scenarios = FewFailures(of: structure, root: root, fallible)
    scenarios.tryAtMost(failuresTried)
    lower = min(1, scenarios.worked)
    upper = max(lower, 1 - min(1, scenarios.failed))
  }

  /// How likely more failures are than were tried.
  func restProbability(in structure: CoherentStructure) -> Double {
    let tails = FailureTails(fallible.map { 1 - structure.up[$0] }, most: failuresTried + 1)
    return tails.atLeast(failuresTried + 1, from: 0)
  }

  /// Narrows the bounds to what samples of the scenarios with more failures make likely: Wilson's
  /// interval for a confidence of 99 %.
  ///
  /// Edwin Wilson, *Probable inference, the law of succession, and statistical inference*, 1927.
  mutating func refine(_ structure: CoherentStructure, root: Int, samples: Int) -> Double {
    let rest = restProbability(in: structure)
    let tails = FailureTails(fallible.map { 1 - structure.up[$0] }, most: failuresTried + 1)
    var sampling = FailureSampling(
      of: structure, fallible, tails, atLeast: failuresTried + 1)
    let count = max(64, samples / 64 * 64)
    let working = sampling.workingCount(of: root, samples: count)
    let share = Double(working) / Double(count)
    let z = 2.576
    let spread = z * z / Double(count)
    let middle = (share + spread / 2) / (1 + spread)
    let variance = share * (1 - share) / Double(count) + spread / Double(4 * count)
    let half = z * variance.squareRoot() / (1 + spread)
    let known = lower
    lower = max(lower, known + rest * max(0, middle - half))
    upper = max(lower, min(upper, known + rest * min(1, middle + half)))
    return min(upper, max(lower, known + rest * share))
  }
}

/// The scenarios in which nearly everything is up.
private struct FewFailures {
  private let structure: CoherentStructure
  private let root: Int
  private let fallible: [Int]
  private let allUp: Double
  /// By fallible component, how much likelier it is down than up.
  private let odds: [Double]
  private(set) var worked = 0.0
  private(set) var failed = 0.0

  init(of structure: CoherentStructure, root: Int, _ fallible: [Int]) {
    self.structure = structure
    self.root = root
    self.fallible = fallible
    allUp = fallible.reduce(1) { $0 * structure.up[$1] }
    odds = fallible.map { (1 - structure.up[$0]) / structure.up[$0] }
  }

  mutating func tryAtMost(_ failures: Int) {
    count(first: nil, from: 0, to: 0, alone: true)
    count(first: nil, from: 0, to: fallible.count, alone: false)
    guard failures > 1 else { return }
    for first in fallible.indices {
      count(first: first, from: first + 1, to: fallible.count, alone: false)
    }
  }

  /// Counts one failure more for each component of a range, on top of the first one.
  private mutating func count(first: Int?, from start: Int, to end: Int, alone: Bool) {
    let given = allUp * (first.map { odds[$0] } ?? 1)
    var base = [UInt64](repeating: ~0, count: structure.count)
    if let first { base[fallible[first]] = 0 }
    if alone {
      structure.follow(&base)
      add(given, works: base[root] & 1 == 1)
      return
    }
    for batch in stride(from: start, to: end, by: 64) {
      var words = base
      let last = min(batch + 64, end)
      for place in batch..<last { words[fallible[place]] &= ~(1 << UInt64(place - batch)) }
      structure.follow(&words)
      for place in batch..<last {
        add(given * odds[place], works: words[root] >> UInt64(place - batch) & 1 == 1)
      }
    }
  }

  private mutating func add(_ probability: Double, works: Bool) {
    if works { worked += probability } else { failed += probability }
  }
}

/// How likely at least some failures are among the components from a place on.
struct FailureTails {
  private let rows: [Double]
  private let width: Int

  /// - Complexity: O(v · most).
  init(_ down: [Double], most: Int) {
    width = most + 1
    var rows = [Double](repeating: 0, count: (down.count + 1) * width)
    rows[down.count * width] = 1
    for place in down.indices.reversed() {
      rows[place * width] = 1
      for number in stride(from: 1, through: most, by: 1) {
        rows[place * width + number] =
          down[place] * rows[(place + 1) * width + number - 1]
          + (1 - down[place]) * rows[(place + 1) * width + number]
      }
    }
    self.rows = rows
  }

  func atLeast(_ failures: Int, from place: Int) -> Double { rows[place * width + failures] }
}

/// Draws scenarios with at least some failures, each as likely as it is among those.
private struct FailureSampling {
  private let structure: CoherentStructure
  private let fallible: [Int]
  private let tails: FailureTails
  private let failures: Int
  private var state: UInt64

  init(
    of structure: CoherentStructure, _ fallible: [Int], _ tails: FailureTails, atLeast failures: Int
  ) {
    self.structure = structure
    self.fallible = fallible
    self.tails = tails
    self.failures = failures
    state = 0x51_7C_C1_B7_27_22_0A_95 &+ UInt64(fallible.count)
  }

  mutating func workingCount(of root: Int, samples: Int) -> Int {
    var count = 0
    for _ in 0..<samples / 64 {
      var words = [UInt64](repeating: ~0, count: structure.count)
      for bit in 0..<UInt64(64) { draw(into: &words, bit) }
      structure.follow(&words)
      count += words[root].nonzeroBitCount
    }
    return count
  }

  private mutating func draw(into words: inout [UInt64], _ bit: UInt64) {
    var missing = failures
    for place in fallible.indices {
      let down = 1 - structure.up[fallible[place]]
      var chance = down
      if missing > 0 {
        let all = tails.atLeast(missing, from: place)
        chance = all > 0 ? down * tails.atLeast(missing - 1, from: place + 1) / all : 1
      }
      guard next() < chance else { continue }
      words[fallible[place]] &= ~(1 << bit)
      missing = max(0, missing - 1)
    }
  }

  /// SplitMix64, as a number from 0 up to 1.
  ///
  /// Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
  private mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
