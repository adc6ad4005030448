import GraphAlgorithms
public import SolutionModel

/// Which single failures, and which pairs, hurt a solution most.
public struct FailureRanking: Hashable, Sendable {
  /// What one failure takes down.
  public struct Entry: Hashable, Sendable {
    /// An element or a zone.
    public let failure: Failure
    public let lostFlowCount: Int
    /// The first of them, by id: up to twenty.
    public let lostFlows: [FlowID]
    /// The other elements that are lost with it.
    public let lostElementCount: Int
    /// The lost weight of all flows, from 0 to 1; nil without flows.
    public let lostFlowShare: Double?
    /// The lost weight of all elements but people, itself included, from 0 to 1.
    public let lostElementShare: Double
  }

  /// What two failures at once take down that neither takes down alone.
  public struct Pair: Hashable, Sendable {
    public let first: Failure
    public let second: Failure
    public let lostFlowCount: Int
    public let lostFlows: [FlowID]
    public let lostElementCount: Int
    public let lostFlowShare: Double?
    public let lostElementShare: Double
  }

  /// The worst first: by flows lost, then by elements lost, then by id; those that harm nobody else
  /// left out.
  public let singles: [Entry]
  /// How many single failures were tried.
  public let triedSingles: Int
  /// Whether all elements and zones were tried.
  public let triesAllSingles: Bool
  /// The worst first, up to fifty.
  public let pairs: [Pair]
  /// How many pairs do more harm than their parts.
  public let harmfulPairCount: Int
  /// Whether all pairs are known: most by themselves, because nothing stands in for either part.
  public let triesAllPairs: Bool
}

extension SolutionGraph {
  /// Tries every element and zone alone, and every two of them.
  ///
  /// Sixty-four scenarios are tried at a time. Of pairs only those are tried of which something
  /// stands in for both parts; any other pair does just the harm of its parts together. Whatever
  /// would take too long is left out, and the answer says so.
  ///
  /// Of a flow the criticality is its own, or else the solution's.
  ///
  /// - Complexity: O(n ÷ 64 · (n + m)), and O(c² ÷ 128 · (n + m)) for c parts with stand-ins, up to a
  ///   bound.
  public func failureRanking(weights: CriticalityWeights = CriticalityWeights()) -> FailureRanking {
    var trial = FailureTrial(FailureStructure(of: self), of: self, weights)
    trial.trySingles()
    trial.tryPairs()
    return trial.ranking
  }
}

/// The state of trying failures.
private struct FailureTrial {
  private let structure: FailureStructure
  private let graph: SolutionGraph
  private let elementWeights: [Double]
  private let flowWeights: [Double]
  private let allElements: Double
  private let allFlows: Double
  private var singles: [FailureRanking.Entry] = []
  private var triedSingles = 0
  private var pairs: [FailureRanking.Pair] = []
  private var harmfulPairCount = 0
  private var triesAllPairs = true

  private static let wordsForSingles = 400_000_000
  private static let wordsForPairs = 200_000_000
  private static let mostInPairs = 1000
  private static let flowsShown = 20
  private static let pairsShown = 50

  init(_ structure: FailureStructure, of graph: SolutionGraph, _ weights: CriticalityWeights) {
    self.structure = structure
    self.graph = graph
    elementWeights = graph.placements.indices.map {
      graph.isPerson($0) ? 0 : weights.weight(of: graph.placements[$0].criticality)
    }
    flowWeights = graph.solution.flows.map {
      weights.weight(of: $0.criticality ?? graph.solution.criticality)
    }
    allElements = elementWeights.reduce(0, +)
    allFlows = flowWeights.reduce(0, +)
  }

  var ranking: FailureRanking {
    let worst = pairs.sorted { Self.isWorse(Self.key($0), than: Self.key($1)) }
    return FailureRanking(
      singles: singles.sorted { Self.isWorse(Self.key($0), than: Self.key($1)) },
      triedSingles: triedSingles, triesAllSingles: triedSingles == structure.candidates.count,
      pairs: Array(worst.prefix(Self.pairsShown)), harmfulPairCount: harmfulPairCount,
      triesAllPairs: triesAllPairs)
  }

  mutating func trySingles() {
    let most = max(1, Self.wordsForSingles / max(1, structure.batchCost)) * 64
    let candidates = structure.candidates.prefix(most)
    triedSingles = candidates.count
    for start in stride(from: 0, to: candidates.count, by: 64) {
      let batch = candidates[start..<min(start + 64, candidates.count)]
      let result = structure.result(failing: batch)
      let losses = losses(result.working.map { ~$0 }, result.running.map { ~$0 }, batch.count)
      for (bit, component) in batch.enumerated() { add(losses[bit], of: component) }
    }
  }

  private mutating func add(_ loss: Loss, of component: Int) {
    let isElement = component < graph.placements.count
    let others = loss.elementCount - (isElement ? 1 : 0)
    guard others > 0 || loss.flowCount > 0 else { return }
    singles.append(
      FailureRanking.Entry(
        failure: failure(component), lostFlowCount: loss.flowCount,
        lostFlows: loss.flows.map { graph.solution.flows[$0].id }, lostElementCount: others,
        lostFlowShare: share(loss.flowWeight, of: allFlows),
        lostElementShare: share(loss.elementWeight, of: allElements) ?? 0))
  }

  mutating func tryPairs() {
    let covered = structure.covered
    let batches = (covered.count + 63) / 64
    guard covered.count <= Self.mostInPairs,
      covered.count * batches * structure.batchCost / 2 <= Self.wordsForPairs
    else {
      triesAllPairs = false
      return
    }
    let alone = stride(from: 0, to: covered.count, by: 64).map {
      structure.result(failing: covered[$0..<min($0 + 64, covered.count)])
    }
    for place in covered.indices {
      let first = alone[place / 64].spreading(UInt64(place % 64))
      for batch in place / 64..<batches {
        let range = max(batch * 64, place + 1)..<min(batch * 64 + 64, covered.count)
        guard !range.isEmpty else { continue }
        let both = structure.result(failing: covered[range], besides: covered[place])
        // Scenarios of a batch that starts late stand that much further down.
        let shift = UInt64(range.lowerBound - batch * 64)
        let elements = both.working.indices.map {
          ~both.working[$0] & first.working[$0] & (alone[batch].working[$0] >> shift)
        }
        let flows = both.running.indices.map {
          ~both.running[$0] & first.running[$0] & (alone[batch].running[$0] >> shift)
        }
        let losses = losses(elements, flows, range.count)
        for (bit, second) in range.enumerated() {
          add(losses[bit], of: covered[place], covered[second])
        }
      }
    }
  }

  private mutating func add(_ loss: Loss, of first: Int, _ second: Int) {
    guard loss.elementCount > 0 || loss.flowCount > 0 else { return }
    harmfulPairCount += 1
    pairs.append(
      FailureRanking.Pair(
        first: failure(first), second: failure(second), lostFlowCount: loss.flowCount,
        lostFlows: loss.flows.map { graph.solution.flows[$0].id },
        lostElementCount: loss.elementCount, lostFlowShare: share(loss.flowWeight, of: allFlows),
        lostElementShare: share(loss.elementWeight, of: allElements) ?? 0))
    if pairs.count > Self.pairsShown * 8 { keepWorstPairs() }
  }

  private mutating func keepWorstPairs() {
    pairs.sort { Self.isWorse(Self.key($0), than: Self.key($1)) }
    pairs.removeLast(max(0, pairs.count - Self.pairsShown))
  }

  private func failure(_ component: Int) -> Failure {
    component < graph.placements.count
      ? .element(graph.elementID(component))
      : .zone(graph.solution.zones[component - graph.placements.count].id)
  }

  private func share(_ weight: Double, of whole: Double) -> Double? {
    whole > 0 ? weight / whole : nil
  }
}

/// What one scenario takes down.
private struct Loss {
  var flowCount = 0
  var flows: [Int] = []
  var flowWeight = 0.0
  var elementCount = 0
  var elementWeight = 0.0
}

extension FailureTrial {
  /// Adds up what each of some scenarios takes down.
  private func losses(_ elements: [UInt64], _ flows: [UInt64], _ count: Int) -> [Loss] {
    var losses = [Loss](repeating: Loss(), count: count)
    let mask = count >= 64 ? ~UInt64(0) : 1 << UInt64(count) - 1
    for vertex in elementWeights.indices where elementWeights[vertex] > 0 {
      var word = elements[vertex] & mask
      while word != 0 {
        let bit = word.trailingZeroBitCount
        losses[bit].elementCount += 1
        losses[bit].elementWeight += elementWeights[vertex]
        word &= word - 1
      }
    }
    for flow in flows.indices {
      var word = flows[flow] & mask
      while word != 0 {
        let bit = word.trailingZeroBitCount
        losses[bit].flowCount += 1
        losses[bit].flowWeight += flowWeights[flow]
        if losses[bit].flows.count < Self.flowsShown { losses[bit].flows.append(flow) }
        word &= word - 1
      }
    }
    return losses
  }

  private typealias Key = (flows: Double, elements: Double, name: String)

  private static func key(_ entry: FailureRanking.Entry) -> Key {
    (entry.lostFlowShare ?? 0, entry.lostElementShare, entry.failure.subject.description)
  }

  private static func key(_ pair: FailureRanking.Pair) -> Key {
    (
      pair.lostFlowShare ?? 0, pair.lostElementShare,
      pair.first.subject.description + " " + pair.second.subject.description
    )
  }

  private static func isWorse(_ one: Key, than other: Key) -> Bool {
    if one.flows != other.flows { return one.flows > other.flows }
    if one.elements != other.elements { return one.elements > other.elements }
    return one.name < other.name
  }
}

extension FailureStructure.Result {
  /// One scenario of the 64 in the place of all.
  fileprivate func spreading(_ bit: UInt64) -> Self {
    Self(
      working: working.map { $0 >> bit & 1 == 1 ? ~0 : 0 },
      running: running.map { $0 >> bit & 1 == 1 ? ~0 : 0 })
  }
}
