/// A reduced ordered binary decision diagram of functions of variables that are up or down.
///
/// Randal Bryant, *Graph-based algorithms for Boolean function manipulation*, IEEE Transactions on
/// Computers 35, 1986; for reliability: Antoine Rauzy, *New algorithms for fault trees analysis*,
/// Reliability Engineering & System Safety 40, 1993.
struct DecisionDiagram: ~Copyable {
  /// The functions that are always false and always true.
  static let never = 0
  static let always = 1

  /// Whether a function needed more nodes than allowed; all answers are void then.
  private(set) var isExhausted = false
  private var variables: [Int32]
  private var lows: [Int32] = [0, 1]
  private var highs: [Int32] = [0, 1]
  private let limit: Int
  private var steps: Int
  private var unique: [Int32]
  private var memoKeys: [UInt64]
  private var memoResults: [Int32]

  private static let terminal = Int32.max
  private static let memoBits = 14

  /// - Parameter limit: the most nodes, below 2²⁴.
  init(limit: Int) {
    self.limit = min(limit, 1 << 24 - 1)
    steps = self.limit * 16
    variables = [Self.terminal, Self.terminal]
    unique = [Int32](repeating: -1, count: 1 << 10)
    memoKeys = [UInt64](repeating: .max, count: 1 << Self.memoBits)
    memoResults = [Int32](repeating: 0, count: 1 << Self.memoBits)
  }

  var nodeCount: Int { lows.count }

  /// The function that is true while a variable is up.
  mutating func variable(_ number: Int) -> Int {
    Int(node(Int32(number), low: 0, high: 1))
  }

  mutating func and(_ left: Int, _ right: Int) -> Int {
    Int(apply(Int32(left), Int32(right), isAnd: true))
  }

  mutating func or(_ left: Int, _ right: Int) -> Int {
    Int(apply(Int32(left), Int32(right), isAnd: false))
  }

  /// At least some of several functions are true.
  mutating func atLeast(_ threshold: Int, of functions: [Int]) -> Int {
    guard threshold > 0 else { return Self.always }
    guard threshold <= functions.count else { return Self.never }
    if threshold == functions.count { return functions.reduce(Self.always) { and($0, $1) } }
    var atLeast = [Int](repeating: Self.never, count: threshold + 1)
    atLeast[0] = Self.always
    for function in functions {
      for number in stride(from: threshold, to: 0, by: -1) {
        guard !isExhausted else { return Self.never }
        atLeast[number] = or(atLeast[number], and(atLeast[number - 1], function))
      }
    }
    return atLeast[threshold]
  }

  /// The probability that a function is true, and how it changes with that of each variable.
  ///
  /// - Complexity: O(nodes), in one pass up and one pass down.
  func probability(of function: Int, up: [Double]) -> (value: Double, derivatives: [Double]) {
    var values = [Double](repeating: 0, count: nodeCount)
    values[Self.always] = 1
    for place in 2..<max(2, nodeCount) {
      let chance = up[Int(variables[place])]
      values[place] =
        chance * values[Int(highs[place])] + (1 - chance) * values[Int(lows[place])]
    }
    var weights = [Double](repeating: 0, count: nodeCount)
    weights[function] = 1
    var derivatives = [Double](repeating: 0, count: up.count)
    for place in stride(from: function, to: 1, by: -1) where weights[place] > 0 {
      let number = Int(variables[place])
      let (low, high) = (Int(lows[place]), Int(highs[place]))
      derivatives[number] += weights[place] * (values[high] - values[low])
      weights[high] += weights[place] * up[number]
      weights[low] += weights[place] * (1 - up[number])
    }
    return (values[function], derivatives)
  }

  private mutating func apply(_ left: Int32, _ right: Int32, isAnd: Bool) -> Int32 {
    if left == right { return left }
    let (absorbing, neutral): (Int32, Int32) = isAnd ? (0, 1) : (1, 0)
    if left == absorbing || right == absorbing { return absorbing }
    if left == neutral { return right }
    if right == neutral { return left }
    let (first, second) = left < right ? (left, right) : (right, left)
    let key = UInt64(first) << 25 | UInt64(second) << 1 | (isAnd ? 1 : 0)
    let slot = Self.slot(key, bits: Self.memoBits)
    if memoKeys[slot] == key { return memoResults[slot] }
    steps -= 1
    guard steps > 0, !isExhausted else {
      isExhausted = true
      return 0
    }
    let top = min(variables[Int(first)], variables[Int(second)])
    let firstSplits = variables[Int(first)] == top
    let secondSplits = variables[Int(second)] == top
    let low = apply(
      firstSplits ? lows[Int(first)] : first, secondSplits ? lows[Int(second)] : second,
      isAnd: isAnd)
    let high = apply(
      firstSplits ? highs[Int(first)] : first, secondSplits ? highs[Int(second)] : second,
      isAnd: isAnd)
    let result = node(top, low: low, high: high)
    memoKeys[slot] = key
    memoResults[slot] = result
    return result
  }

  /// The node with these parts; each exists once.
  private mutating func node(_ variable: Int32, low: Int32, high: Int32) -> Int32 {
    if low == high { return low }
    var slot = Self.hash(variable, low, high) & (unique.count - 1)
    while unique[slot] >= 0 {
      let place = Int(unique[slot])
      if variables[place] == variable, lows[place] == low, highs[place] == high {
        return Int32(place)
      }
      slot = (slot + 1) & (unique.count - 1)
    }
    guard nodeCount < limit else {
      isExhausted = true
      return 0
    }
    let place = Int32(nodeCount)
    variables.append(variable)
    lows.append(low)
    highs.append(high)
    unique[slot] = place
    if nodeCount * 2 > unique.count { growTable() }
    return place
  }

  private mutating func growTable() {
    unique = [Int32](repeating: -1, count: unique.count * 2)
    for place in 2..<nodeCount {
      var slot = Self.hash(variables[place], lows[place], highs[place]) & (unique.count - 1)
      while unique[slot] >= 0 { slot = (slot + 1) & (unique.count - 1) }
      unique[slot] = Int32(place)
    }
  }

  private static func hash(_ variable: Int32, _ low: Int32, _ high: Int32) -> Int {
    let key = UInt64(UInt32(variable)) << 48 ^ UInt64(UInt32(low)) << 24 ^ UInt64(UInt32(high))
    return slot(key, bits: 32)
  }

  /// Fibonacci hashing.
  private static func slot(_ key: UInt64, bits: Int) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
