import SolutionModel

/// Which waivers cover which findings.
///
/// A waiver covers the findings of its rule or family whose place, or any of whose roles, is its
/// subject. It follows a renamed element by its former ids.
struct WaiverMatch {
  private let patterns: [RulePattern]
  private let waiversBySubject: [ElementPath.Subject: [Int]]

  /// `selected` says what a selector chooses.
  init(
    _ waivers: [Waiver], in solution: Solution,
    selected: (Selector) -> Set<ElementPath.Subject>
  ) {
    let renamed = waivers.isEmpty ? [:] : Self.renamed(in: solution)
    var bySubject: [ElementPath.Subject: [Int]] = [:]
    for (index, waiver) in waivers.enumerated() {
      switch waiver.subject {
      case .path(let subject): bySubject[renamed[subject] ?? subject, default: []].append(index)
      case .selection(let selector):
        for subject in selected(selector) { bySubject[subject, default: []].append(index) }
      }
    }
    patterns = waivers.map { RulePattern($0.rule) }
    waiversBySubject = bySubject
  }

  /// The places of the waivers that cover a finding, ascending.
  func waivers(covering finding: Finding, of rule: RuleDescriptor) -> [Int] {
    guard !waiversBySubject.isEmpty else { return [] }
    var found: Set<Int> = []
    for subject in finding.subjects {
      for index in waiversBySubject[subject] ?? [] where patterns[index].matches(rule) {
        found.insert(index)
      }
    }
    return found.sorted()
  }

  /// The former names that nothing has today, with what had them.
  private static func renamed(in solution: Solution) -> [ElementPath.Subject: ElementPath.Subject] {
    var subjects: [ElementPath.Subject: ElementPath.Subject] = [:]
    for index in solution.elements.indices {
      for former in solution.elements[index].formerly where solution.index(of: former) == nil {
        subjects[.element(former)] = .element(solution.elements[index].id)
      }
    }
    for index in solution.links.indices {
      for former in solution.links[index].record.formerly where solution.index(of: former) == nil {
        subjects[.link(former)] = .link(solution.links[index].id)
      }
    }
    return subjects
  }
}
