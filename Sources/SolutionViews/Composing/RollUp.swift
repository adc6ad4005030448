import SolutionModel

/// Lets domains stand for their elements where there are too many of these for one picture.
///
/// Zones and then owners are tried where domains do not bring the number down to the limit. What is
/// still too many is stood for by one box, the least linked elements first, so that every link still
/// has two ends in the picture.
struct RollUp {
  /// For each element that is stood for, by what.
  let standIns: [Int: ElementPath.Subject]

  /// - Complexity: O(k log k) in the number of candidates.
  init(_ candidates: [Int], limit: Int, in source: ViewSource) {
    guard candidates.count > limit else {
      standIns = [:]
      return
    }
    var best: [Int: ElementPath.Subject] = [:]
    var fewest = candidates.count
    for criterion in Self.criteria where fewest > limit {
      let standIns = Self.standIns(for: candidates, by: criterion, in: source)
      let count = candidates.count - standIns.count + Set(standIns.values).count
      if count < fewest {
        best = standIns
        fewest = count
      }
    }
    if fewest > limit {
      let kept = Self.mostLinked(candidates, best, count: max(0, limit - 1), in: source)
      for element in candidates where !kept.contains(best[element] ?? source.subject(of: element)) {
        best[element] = .solution
      }
    }
    standIns = best
  }

  private typealias Criterion = @Sendable (Solution, Element) -> ElementPath.Subject?

  private static let criteria: [Criterion] = [
    { solution, element in solution.domain(of: element).value.map { .domain($0) } },
    { solution, element in solution.zone(of: element).value.map { .zone($0) } },
    { solution, element in solution.owner(of: element).value.map { .team($0) } },
  ]

  /// A subject that holds one candidate only does not stand for it.
  private static func standIns(
    for candidates: [Int], by criterion: Criterion, in source: ViewSource
  ) -> [Int: ElementPath.Subject] {
    var members: [ElementPath.Subject: [Int]] = [:]
    for element in candidates {
      guard let subject = criterion(source.solution, source.solution.elements[element]) else {
        continue
      }
      members[subject, default: []].append(element)
    }
    var standIns: [Int: ElementPath.Subject] = [:]
    for (subject, elements) in members where elements.count > 1 {
      for element in elements { standIns[element] = subject }
    }
    return standIns
  }

  private static func mostLinked(
    _ candidates: [Int], _ standIns: [Int: ElementPath.Subject], count: Int, in source: ViewSource
  ) -> Set<ElementPath.Subject> {
    var weights: [ElementPath.Subject: Int] = [:]
    for element in candidates {
      let weight = source.tree.subtree(of: element).reduce(0) { $0 + source.links(at: $1).count }
      weights[standIns[element] ?? source.subject(of: element), default: 0] += weight
    }
    let ranked = weights.map { (-$0.value, $0.key.description, $0.key) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return Set(ranked.prefix(count).map(\.2))
  }
}

extension ViewSource {
  func subject(of element: Int) -> ElementPath.Subject { .element(solution.elements[element].id) }
}
