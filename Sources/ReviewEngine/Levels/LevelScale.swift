import SolutionGraph
import SolutionModel

/// Weighs what a finding is about, by the factors that its rule declares.
///
/// All factors together move a level by one step at most; a policy's own level is never moved.
struct LevelScale {
  let graph: SolutionGraph

  /// The level of one finding of a rule.
  func basis(of finding: Finding, by result: RuleResult) -> LevelBasis {
    if result.isLevelSet { return LevelBasis(source: .policy, base: result.level) }
    let base = finding.level ?? result.level
    let source: LevelBasis.Source = finding.level == nil ? .rule : .finding
    guard !result.rule.weighs.isEmpty else { return LevelBasis(source: source, base: base) }
    let weights = weights(of: finding, by: result.rule)
    let step = max(-1, min(1, weights.reduce(0) { $0 + $1.step }))
    let reasons = weights.filter { $0.step == step }.map(\.reason)
    return LevelBasis(source: source, base: base, level: base.moved(by: step), reasons: reasons)
  }

  /// What each factor that counts says, those that leave the level as it is included.
  func weights(of finding: Finding, by rule: RuleDescriptor) -> [Weight] {
    guard !rule.weighs.isEmpty else { return [] }
    return LevelFactor.allCases.filter(rule.weighs.contains).compactMap { factor in
      switch factor {
      case .criticality: criticality(of: finding)
      case .exposure: exposure(of: finding)
      }
    }
  }

  /// What one factor says.
  struct Weight {
    /// 1 raises, -1 lowers.
    let step: Int
    /// As a clause.
    let reason: String
  }

  /// A subject may come twice, which changes no answer.
  private func subjects(of finding: Finding) -> [ElementPath.Subject] {
    finding.weighs ?? [finding.place.subject] + finding.roles.map(\.subject)
  }

  private func criticality(of finding: Finding) -> Weight? {
    var highest: (value: Criticality, name: String)?
    var allAreKnown = true
    for subject in subjects(of: finding) {
      visit(subject) { value, name in
        guard let value else {
          allAreKnown = false
          return
        }
        if highest.map({ $0.value < value }) ?? true { highest = (value, name()) }
      }
    }
    guard let highest else { return nil }
    let step = highest.value >= .core ? 1 : highest.value == .low && allAreKnown ? -1 : 0
    return Weight(step: step, reason: "'\(highest.name)' is \(highest.value.rawValue)")
  }

  /// The criticality of the solution where it lowers; a high one tells no part from another, so that it
  /// would only raise everything.
  private var lowered: Criticality? { graph.solution.criticality == .low ? .low : nil }

  /// People have no criticality of their own; a link has that of its ends, data that of its masters.
  private func visit(_ subject: ElementPath.Subject, _ body: (Criticality?, () -> String) -> Void) {
    let solution = graph.solution
    switch subject {
    case .element(let id):
      guard let vertex = solution.index(of: id), solution.elements[vertex].kind != .person
      else { return }
      body(graph.placements[vertex].ownCriticality ?? lowered) { id.text }
    case .link(let id):
      guard let place = solution.index(of: id) else { return }
      visit(.element(solution.links[place].source), body)
      visit(.element(solution.links[place].destination), body)
    case .flow(let id):
      guard let flow = solution.flow(id) else { return }
      body(flow.criticality ?? lowered) { id.text }
    case .data(let id):
      for master in solution.data(id)?.masters ?? [] { visit(.element(master), body) }
    case .solution:
      body(solution.criticality) { solution.name }
    case .team, .domain, .zone, .view, .waiver: break
    }
  }

  private func exposure(of finding: Finding) -> Weight? {
    for subject in subjects(of: finding) {
      let exposure: Exposure? =
        switch subject {
        case .element(let id): graph.exposure(ofElement: id)
        case .link(let id): graph.exposure(ofLink: id)
        case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver: nil
        }
      if let exposure { return Weight(step: 1, reason: exposure.clause) }
    }
    return nil
  }
}

extension Level {
  fileprivate func moved(by step: Int) -> Self {
    let levels = Self.allCases
    let place = (levels.firstIndex(of: self) ?? 0) + step
    return levels[max(0, min(levels.count - 1, place))]
  }
}

extension Exposure {
  fileprivate var clause: String {
    switch self {
    case .external(let id): "'\(id)' is external"
    case .internetFacing(let id): "'\(id)' faces the internet"
    case .leaving(let source, let zone): "it leaves zone '\(source)' for '\(zone)' of less trust"
    }
  }
}
