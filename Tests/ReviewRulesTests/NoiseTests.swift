import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import TestSupport
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
    for seed in 1...8 { #expect(findings(in: Self.bare(40, seed: seed), .minimal).isEmpty) }
  }

  /// People, systems, apps, stores and channels by name, and the links among them.
  ///
  /// Programs call programs, stores are only used, and channels have both sides, as in what people
  /// draw on the first day.
  private static func bare(_ count: Int, seed: Int) -> Solution {
    var random = SeededRandom(seed: seed)
    let kinds: [ElementKind] = [
      .application, .application, .application, .system, .store, .channel,
    ]
    var elements = [Element(id: ElementID("user"), kind: .person)]
    for number in 1..<count {
      let kind = number < 3 ? .application : kinds[random.number(below: kinds.count)]
      elements.append(Element(id: ElementID("e\(number)"), kind: kind))
    }
    let active = elements.filter { $0.kind == .application || $0.kind == .system }.map(\.id)
    func anyone() -> ElementID { active[random.number(below: active.count)] }
    var links = [Link(from: elements[0].id, to: active[0])]
    for (place, element) in elements.enumerated().dropFirst() {
      links.append(Link(from: anyone(), to: element.id, id: LinkID("l\(place)")))
      if element.kind == .channel {
        links.append(Link(from: element.id, to: anyone(), id: LinkID("m\(place)")))
      }
    }
    return Solution(
      name: "Bare", elements: elements, links: links.filter { $0.source != $0.destination })
  }

  @Test(
    "on random names and links the recommended rules say less than one thing for two elements",
    arguments: 1...12)
  func random(seed: Int) {
    for count in [8, 20, 60, 200] {
      let solution = Self.bare(count, seed: seed)
      let findings = findings(in: solution, .recommended)
      #expect(
        findings.count * 2 < solution.elements.count,
        "\(count): \(findings.map(\.finding.message.text))")
    }
  }

  @Test("each profile has all that the one before it has, and more")
  func profiles() {
    let counts = ReviewProfile.allCases.map { profile in
      RuleCatalog.rules.count { $0.descriptor.profile <= profile }
    }
    #expect(counts[0] > 0 && counts[0] < counts[1] && counts[1] < counts[2])
    #expect(counts[3] == RuleCatalog.rules.count)
  }

  @Test("what the smallest profile asks is grave enough to be mended")
  func minimalLevels() {
    for rule in RuleCatalog.rules where rule.descriptor.profile == .minimal {
      #expect(rule.descriptor.level >= .warning, "\(rule.descriptor.id)")
    }
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
