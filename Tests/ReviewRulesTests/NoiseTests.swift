import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import Testing

/// A rule that says too much is not read.
///
/// The bounds are for models of which only names and links are known, as on the first day.
@Suite struct NoiseTests {
  /// `count` apps in systems of five, each linked to the next and to one further on.
  private static func sketch(_ count: Int) -> Solution {
    let systems = (0...count / 5).map { Element(id: ElementID("s\($0)"), kind: .system) }
    let apps = (0..<count).map { index in
      Element(
        id: ElementID("s\(index / 5).a\(index)"), kind: .application,
        parent: ElementID("s\(index / 5)"))
    }
    let links = (0..<count).flatMap { index in
      [index + 1, index + 7].filter { $0 < count }.map { other in
        Link(from: apps[index].id, to: apps[other].id)
      }
    }
    return Solution(name: "Sketch", elements: systems + apps, links: links)
  }

  private func findings(in solution: Solution, _ profile: ReviewProfile) -> [LocatedFinding] {
    var policy = ReviewPolicy()
    policy.profile = profile
    let subject = ReviewSubject(graph: SolutionGraph(solution))
    return Review(of: subject, by: RuleCatalog.rules, policy: policy).findings
  }

  @Test("on names and links alone the recommended rules say little", arguments: [5, 20, 100, 400])
  func recommended(count: Int) {
    let solution = Self.sketch(count)
    let findings = findings(in: solution, .recommended)
    #expect(
      findings.count * 2 < solution.elements.count, "\(findings.map(\.finding.message.text))")
  }

  @Test("on names and links alone the minimal rules say nothing")
  func minimal() {
    #expect(findings(in: Self.sketch(100), .minimal).isEmpty)
  }

  @Test("an empty solution, and one of a single element, has no findings")
  func nothing() {
    #expect(findings(in: Solution(name: "Empty"), .board).isEmpty)
    let lonely = Solution(
      name: "Lonely",
      elements: [Element(id: ElementID("shop"), kind: .application)])
    #expect(findings(in: lonely, .minimal).isEmpty)
  }
}
