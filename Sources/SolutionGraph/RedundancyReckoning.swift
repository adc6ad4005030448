import GraphAlgorithms
import SolutionModel

/// Works out how available some choices are together, each group of them that shares parts once.
///
/// Flows share most of what they need, so the answers are kept for the next flow, and all flows
/// share one budget.
struct RedundancyReckoning {
  /// How available some choices are together, given all that the flow needs anyway.
  struct Answer {
    var method = StructureReliability.Method.product
    var probability = 1.0
    var lower = 1.0
    var upper = 1.0
    /// Each part that may fail with its importance, in the order of the walk.
    var parts: [(part: ChoiceStructure.Part, importance: Double?)] = []
    /// Parts that all ways need.
    var necessary: [ChoiceStructure.Part] = []
    /// Vertices that declare no availability.
    var missing: [Int] = []
  }

  private var budget = StructureReliability.Budget()
  private var known: [[CoherentStructure.Component]: StructureReliability] = [:]

  mutating func answer(
    _ choices: [Int], in graph: SolutionGraph, _ terms: ChoiceStructure.Terms
  ) -> Answer {
    var answers: [Answer] = []
    for group in Self.groups(choices, in: graph, terms) {
      let structure = ChoiceStructure(of: group, in: graph, terms)
      answers.append(answer(structure, in: graph))
    }
    return answers.reduce(Answer()) { $0.joined(with: $1) }
  }

  private mutating func answer(_ structure: ChoiceStructure, in graph: SolutionGraph) -> Answer {
    let found = reliability(structure.components)
    var answer = Answer(
      method: found.method, probability: found.probability, lower: found.lower,
      upper: found.upper)
    let necessary = Set(found.necessary)
    for (place, part) in structure.parts.enumerated() {
      if case .element(let vertex) = part, graph.availabilities[vertex] == nil,
        graph.placements[vertex].host == vertex
      {
        answer.missing.append(vertex)
      }
      guard structure.components[place].up < 1 else { continue }
      if necessary.contains(place) { answer.necessary.append(part) }
      if necessary.contains(place) || found.importances[place] != 0 {
        answer.parts.append((part, found.importances[place]))
      }
    }
    return answer
  }

  private mutating func reliability(_ components: [CoherentStructure.Component])
    -> StructureReliability
  {
    if let answer = known[components] { return answer }
    let answer = StructureReliability(
      of: CoherentStructure(components), root: 0, budget: &budget)
    known[components] = answer
    return answer
  }

  /// The choices in groups that share no part, each in its order, by their first ones.
  ///
  /// - Complexity: O(what stands behind the choices, links counted).
  private static func groups(
    _ choices: [Int], in graph: SolutionGraph, _ terms: ChoiceStructure.Terms
  ) -> [[Int]] {
    guard choices.count > 1 else { return choices.isEmpty ? [] : [choices] }
    let whole = ChoiceStructure(of: choices, in: graph, terms).components
    var leaders = Array(whole.indices)
    func leader(of place: Int) -> Int {
      var place = place
      while leaders[place] != place {
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
      }
      return place
    }
    for place in whole.indices.dropFirst() {
      for child in whole[place].children {
        let (one, other) = (leader(of: place), leader(of: child))
        leaders[max(one, other)] = min(one, other)
      }
    }
    var groups: [[Int]] = []
    var placeOf: [Int: Int] = [:]
    for (choice, component) in zip(choices, whole[0].children) {
      let leader = leader(of: component)
      if let place = placeOf[leader] {
        groups[place].append(choice)
      } else {
        placeOf[leader] = groups.count
        groups.append([choice])
      }
    }
    return groups
  }
}

extension RedundancyReckoning.Answer {
  /// Of two groups that share nothing.
  fileprivate func joined(with other: Self) -> Self {
    var both = self
    both.method = max(method, other.method)
    both.probability *= other.probability
    both.lower *= other.lower
    both.upper *= other.upper
    both.parts =
      parts.map { ($0.part, $0.importance.map { $0 * other.probability }) }
      + other.parts.map { ($0.part, $0.importance.map { $0 * probability }) }
    both.necessary += other.necessary
    both.missing += other.missing
    return both
  }
}
