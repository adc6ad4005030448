import ReviewEngine
import SolutionGraph
import SolutionModel
import SourceText

extension Element {
  static func app(
    _ id: String, in parent: String? = nil, name: String? = nil, formerly: [String] = [],
    summary: String? = nil
  ) -> Self {
    var element = Self(
      id: ElementID(id), kind: .application, parent: parent.map(ElementID.init), name: name)
    element.formerly = formerly.map(ElementID.init)
    element.summary = summary
    return element
  }
}

extension Link {
  static func from(_ source: String, to destination: String, label: String? = nil) -> Self {
    var link = Self(from: ElementID(source), to: ElementID(destination))
    link.label = label
    return link
  }
}

extension Waiver {
  static func of(
    _ rule: String, on subject: ElementPath.Subject, until: CalendarDate = .day(31)
  ) -> Self {
    Self(
      rule: rule, on: .path(subject), reason: "reason", approvedBy: "board", until: until)
  }
}

extension CalendarDate {
  /// A day of January 2026.
  static func day(_ day: Int) -> Self {
    guard let date = Self(year: 2026, month: 1, day: day) else {
      preconditionFailure("January has days 1 to 31")
    }
    return date
  }
}

extension Review {
  init(
    of elements: [Element] = [], links: [Link] = [], by rules: [any Rule.Type],
    policy: ReviewPolicy = ReviewPolicy(), waivers: [Waiver] = [], today: CalendarDate? = .day(15),
    selected: (Selector) -> Set<ElementPath.Subject> = Self.singleElement,
    locate: @escaping @Sendable (ElementPath) -> SourceLocation? = { _ in nil }
  ) {
    let solution = Solution(name: "Sample", elements: elements, links: links)
    var policy = policy
    policy.waivers = waivers
    self.init(
      of: ReviewSubject(graph: SolutionGraph(solution), today: today), by: rules, policy: policy,
      selected: selected, locate: locate)
  }

  var messages: [String] { findings.map(\.finding.message.text) }
  var fingerprints: [String] { findings.map(\.fingerprint) }
}
