import ReviewEngine
import SolutionModel
import SourceText

/// One fact behind a finding, with where it comes from.
struct FindingFact {
  let path: ElementPath
  /// As the model writes it, or as it follows from something else; nil when nobody says it.
  let value: String?
  /// Where the model says it; nil for what it does not.
  let location: SourceLocation?
  /// What it follows from; nil for what the model says.
  let source: String?

  /// `ordering/instances`.
  var name: String { path.subject.name + (path.attribute.map { "/" + $0 } ?? "") }

  /// `1 at shop.yaml:12:5`, `core, from the solution`, `not declared`.
  var words: String {
    guard let value else { return "not declared" }
    if let location { return "\(value)  at \(location)" }
    return source.map { "\(value), \($0)" } ?? value
  }
}

/// Collects the facts that a finding rests on.
struct FindingFacts {
  private let report: Report
  private let files: [String: SourceFile]

  init(_ report: Report) {
    self.report = report
    files = Dictionary(report.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those that the rule asked of what the finding is about and of its path, and the places that
  /// explain it; each once.
  func facts(of finding: LocatedFinding) -> [FindingFact] {
    let path = finding.finding.evidence.path.map(\.subject)
    var seenSubjects: Set<ElementPath.Subject> = []
    let subjects = (finding.finding.subjects + path).filter { seenSubjects.insert($0).inserted }
    let asked =
      report.review.rules.first { $0.rule.id == finding.rule.id }?
      .factsAsked(about: subjects, in: report.review.solution) ?? []
    let paths =
      [finding.finding.place] + asked.map(\.path) + finding.finding.related.map(\.path)
      + finding.finding.evidence.path.flatMap { Self.hardness(of: $0.subject) }
      + Self.weights(of: finding)
    var seen: Set<ElementPath> = []
    return paths.filter { $0.attribute != nil && seen.insert($0).inserted }.map(fact)
  }

  /// What makes a link of the path one that must work.
  private static func hardness(of subject: ElementPath.Subject) -> [ElementPath] {
    guard case .link = subject else { return [] }
    return [ElementPath(subject, "interaction"), ElementPath(subject, "need")]
  }

  /// What the level was weighed by.
  private static func weights(of finding: LocatedFinding) -> [ElementPath] {
    guard finding.rule.weighs.contains(.criticality) else { return [] }
    return (finding.finding.weighs ?? finding.finding.subjects).compactMap { subject in
      switch subject {
      case .element, .flow, .solution: ElementPath(subject, "criticality")
      case .link, .data, .team, .domain, .zone, .view, .waiver: nil
      }
    }
  }

  private func fact(at path: ElementPath) -> FindingFact {
    if let location = declaration(of: path) {
      return FindingFact(path: path, value: text(at: location), location: location, source: nil)
    }
    guard let derived = DerivedFact(path, in: report.review.solution) else {
      return FindingFact(path: path, value: nil, location: nil, source: nil)
    }
    return FindingFact(path: path, value: derived.value, location: nil, source: derived.source)
  }

  /// Where the text says an attribute; nil when it only has the subject.
  private func declaration(of path: ElementPath) -> SourceLocation? {
    guard let location = report.locate(path), location != report.locate(ElementPath(path.subject))
    else { return nil }
    return location
  }

  /// The value, or the whole line where the value is a collection.
  private func text(at location: SourceLocation) -> String? {
    guard let file = files[location.path] else { return nil }
    let line = file.line(location.range.start.line) ?? ""
    let text = file.text(in: location.range)
    let isKey = line.contains("\(text):")
    return String((isKey ? line : text).drop { $0 == " " || $0 == "-" }.prefix(100))
  }
}

/// A fact that the text does not say and that follows from something else.
private struct DerivedFact {
  let value: String
  let source: String

  init?(_ path: ElementPath, in solution: Solution) {
    switch path.subject {
    case .element(let id):
      guard let element = solution.element(id) else { return nil }
      self.init(path.attribute, of: element, in: solution)
    case .link(let id):
      guard let link = solution.link(id) else { return nil }
      self.init(path.attribute, of: link)
    case .flow(let id):
      guard path.attribute == "criticality", solution.flow(id)?.criticality == nil,
        let criticality = solution.criticality
      else { return nil }
      self.init(value: criticality.rawValue, source: "from the solution")
    case .solution, .data, .team, .domain, .zone, .view, .waiver: return nil
    }
  }

  private init(value: String, source: String) {
    self.value = value
    self.source = source
  }

  private init?(_ key: String?, of element: Element, in solution: Solution) {
    switch key {
    case "criticality": self.init(solution.criticality(of: element)) { $0.rawValue }
    case "owner": self.init(solution.owner(of: element)) { $0.text }
    case "zone": self.init(solution.zone(of: element)) { $0.text }
    case "domain": self.init(solution.domain(of: element)) { $0.text }
    case "lifecycle": self.init(solution.lifecycle(of: element)) { $0.rawValue }
    default: return nil
    }
  }

  private init?(_ key: String?, of link: Link) {
    switch key {
    case "interaction": self.init(link.effectiveInteraction) { $0.rawValue }
    case "trigger": self.init(link.effectiveTrigger) { $0.rawValue }
    case "data-flow": self.init(link.effectiveDataFlow) { $0.rawValue }
    case "delivery": self.init(link.effectiveDelivery) { $0.rawValue }
    case "need": self.init(link.effectiveNeed) { $0.rawValue }
    default: return nil
    }
  }

  private init?<Value>(_ fact: Fact<Value>, _ text: (Value) -> String) {
    guard case .defaulted(let value, let source) = fact else { return nil }
    self.init(value: text(value), source: "from \(source)")
  }
}
