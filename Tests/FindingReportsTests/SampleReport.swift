import FindingReports
import ReviewEngine
import SolutionGraph
import SolutionModel
import SourceText

/// A rule that finds one thing in every element, with everything that a finding can carry.
struct NamedElement: Rule {
  init() {}

  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for element in subject.solution.elements {
      guard element.kind == .application else {
        verdicts.pass()
        continue
      }
      guard element.owner != nil else {
        verdicts.unknown(missing: [.element(element.id, "owner")])
        continue
      }
      verdicts.used(.element(element.id, "owner"))
      let message = Finding.Message(stringLiteral: "'\(element.id)' is called \(element.name)")
      verdicts.fail(
        Finding(
          Self.descriptor, message, at: .element(element.id, "name"),
          evidence: Evidence(
            path: [.init(.element(element.id), "starts"), .init(.link(LinkID("l")), "waits")],
            figures: [.init("timeout", "3 s", basis: "default of via: rest")],
            assumptions: ["Failures are independent."]),
          related: [.init(.element(element.id), element.name)],
          cures: [Cure(.addInstance(of: element.id))]))
    }
  }

  static let descriptor = RuleDescriptor(
    id: "named-element", title: "Named element", family: .model, level: .warning,
    quality: .maintainability, summary: "An element has a name.", rationale: "Names can hurt.",
    detection: "Looks for <b>names</b>.", remedy: "Take the name away.",
    falsePositives: "Names of pets.", question: "Why this name?",
    examples: [RuleExample("a name", "apps:\n  a: { name: ⟦A⟧ }"), RuleExample("none", "apps: {}")])
}

/// A rule whose findings follow from those of `NamedElement`.
struct FollowingElement: Rule {
  init() {}

  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for element in subject.solution.elements where element.kind == .store {
      for other in subject.solution.elements where other.kind == .application {
        let message = Finding.Message(stringLiteral: "'\(element.id)' follows \(other.name)")
        verdicts.fail(
          Finding(
            Self.descriptor, message, at: .element(element.id),
            roles: [.init("store", .element(element.id)), .init("app", .element(other.id))],
            causes: [.element(other.id)]))
      }
    }
  }

  static let descriptor = RuleDescriptor(
    id: "following-element", title: "Following element", family: .model, level: .error,
    quality: .maintainability, summary: "A store follows.", rationale: "It does.",
    detection: "Looks for stores.", remedy: "Take the store away.",
    falsePositives: "None.", question: "Why?", explainedBy: ["named-element"],
    examples: [RuleExample("a store", "stores:\n  ⟦a⟧: A"), RuleExample("none", "apps: {}")])
}

/// Makes reports without a model file.
enum SampleReport {
  static let hostile =
    "</style></script><script>alert(1)</script> [x](javascript:1) |`# @all \u{1B}[2J\r\n::error::x\u{202E}"

  static func report(
    names: [String: String], unowned: [String] = [], waived: [String] = [],
    diagnostics: [Diagnostic] = [], failOn: Level? = .error, solution name: String = "Sample",
    rules: [any Rule.Type] = [NamedElement.self], triesCures: Bool = false
  ) -> Report {
    let elements =
      names.sorted { $0.key < $1.key }.map { id, name in
        var element = Element(id: ElementID(id), kind: .application, name: name)
        element.owner = TeamID("team")
        return element
      }
      + unowned.map { Element(id: ElementID($0), kind: .application) }
      + [Element(id: ElementID("zz"), kind: .store)]
    var policy = ReviewPolicy()
    policy.failOn = failOn
    policy.waivers = waived.compactMap { id in
      guard let endDate = CalendarDate("2030-01-01") else { return nil }
      return Waiver(
        rule: "named-element", on: .path(.element(ElementID(id))), reason: hostile,
        approvedBy: "board",
        until: endDate, ticket: "T|1")
    }
    let text = "apps:\n" + elements.map { "  \($0.id): { name: x }\n" }.joined()
    let file = SourceFile(path: "model/lintel.yaml", text: text)
    let graph = SolutionGraph(Solution(name: name, elements: elements))
    func review(_ graph: SolutionGraph) -> Review {
      Review(
        of: ReviewSubject(graph: graph, today: CalendarDate("2026-01-01")), by: rules,
        policy: policy, locate: { location(of: $0, among: elements, in: file) })
    }
    let first = review(graph)
    let trials =
      triesCures
      ? CureTrials(for: first, of: graph, budget: TrialBudget(trials: 1, work: 1000)) { changed in
        let graph = SolutionGraph(changed)
        return (review(graph), graph)
      } : .none
    return Report(
      toolVersion: "1.2.3", review: first, diagnostics: diagnostics, files: [file], trials: trials,
      locate: { location(of: $0, among: elements, in: file) })
  }

  private static func location(
    of path: ElementPath, among elements: [Element], in file: SourceFile
  ) -> SourceLocation? {
    guard case .element(let id) = path.subject,
      let line = elements.firstIndex(where: { $0.id == id })
    else { return nil }
    let start = SourcePosition(line: line + 2, column: 3)
    return file.location(
      SourceRange(start: start, end: SourcePosition(line: line + 2, column: 3 + id.text.count)))
  }
}
