import SolutionGraph
import SolutionModel
import TestSupport
import Testing

/// What crosses the borders of systems and teams, against plain definitions.
@Suite struct BorderTests {
  /// A few systems with apps and modules of three teams, some elements outside, and links of all sorts.
  private static func estate(seed: Int) -> Solution {
    var random = SeededRandom(seed: seed)
    var elements = (0..<3).map { Element(id: ElementID("s\($0)"), kind: .system) }
    for number in 0..<(4 + random.number(below: 6)) {
      let system = random.chance(0.8) ? ElementID("s\(random.number(below: 3))") : nil
      let id = ElementID((system.map { $0.text + "." } ?? "") + "e\(number)")
      let kinds: [ElementKind] = [.application, .application, .application, .store, .channel]
      let kind = kinds[random.number(below: kinds.count)]
      var element = Element(id: id, kind: kind, parent: system)
      element.owner = random.chance(0.8) ? TeamID("t\(random.number(below: 3))") : nil
      element.criticality = Criticality.allCases[random.number(below: 5)]
      elements.append(element)
      if kind == .application, random.chance(0.3) {
        elements.append(
          Element(id: ElementID(id.text + ".m"), kind: .module, parent: id))
      }
    }
    let options = ["rest", "rest", "grpc", "topic", "rest-pull", "ui-web-link", "oidc", "sql"]
    let links = (0..<random.number(below: 16)).compactMap { number -> Link? in
      let ends = elements.indices.shuffled(using: &random).prefix(random.chance(0.2) ? 3 : 2)
        .map { elements[$0].id }
      var link = Link(from: ends[0], to: ends[1], id: LinkID("l\(number)"))
      link.through = Array(ends.dropFirst(2))
      link.via = OptionID(options[random.number(below: options.count)])
      link.failure.need = random.chance(0.3) ? .soft : nil
      return link
    }
    return Solution(name: "Estate", elements: elements, links: links)
  }

  /// The app of a module, and any other element itself.
  private func host(_ id: ElementID, in solution: Solution) -> ElementID {
    let element = solution.element(id)
    return element?.kind == .module ? element?.parent ?? id : id
  }

  private func system(_ id: ElementID, in solution: Solution) -> ElementID? {
    solution.element(id).flatMap { solution.system(of: $0)?.id }
  }

  private func isProgram(_ id: ElementID, in solution: Solution) -> Bool {
    [.application, .module, .system].contains(solution.element(id)?.kind)
  }

  private func leaves(_ link: Link, in solution: Solution) -> Bool {
    let ends = [link.source, link.destination]
    let systems = ends.map { system($0, in: solution) }
    return ends.allSatisfy { isProgram($0, in: solution) }
      && host(ends[0], in: solution) != host(ends[1], in: solution)
      && (systems[0] == nil || systems[0] != systems[1])
      && !["ui-web-link", "oidc"].contains(link.via?.text)
  }

  @Test("an element waits on the other systems' programs that its calls end at", arguments: 0..<300)
  func fanOut(seed: Int) {
    let solution = Self.estate(seed: seed)
    var expected: [ElementID: Set<ElementID>] = [:]
    for link in solution.links where leaves(link, in: solution) {
      guard ["rest", "grpc", "sql"].contains(link.via?.text) else { continue }
      expected[host(link.source, in: solution), default: []]
        .insert(host(link.destination, in: solution))
    }
    let graph = SolutionGraph(solution)
    let found = graph.waitingFanOuts().map { (graph.elementID($0), Set($1.map(graph.elementID))) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  @Test("partners are the ends of links that pass nothing, seen from both", arguments: 0..<300)
  func partners(seed: Int) {
    let solution = Self.estate(seed: seed)
    var expected: [ElementID: Set<ElementID>] = [:]
    for link in solution.links where leaves(link, in: solution) && link.through.isEmpty {
      let ends = [link.source, link.destination].map { host($0, in: solution) }
      expected[ends[0], default: []].insert(ends[1])
      expected[ends[1], default: []].insert(ends[0])
    }
    let graph = SolutionGraph(solution)
    let found = graph.directPartners().map {
      (graph.elementID($0.vertex), Set($0.partners.map(graph.elementID)))
    }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  @Test("teams are tied when each has a hard link to the other", arguments: 0..<300)
  func teams(seed: Int) {
    let solution = Self.estate(seed: seed)
    let graph = SolutionGraph(solution)
    var needs: [String: Set<Int>] = [:]
    for dependency in graph.dependencies(in: .hard) where graph.traits[dependency.link].isStructural
    {
      let teams = [dependency.dependent, dependency.dependency].map {
        solution.owner(of: solution.elements[$0]).value?.text ?? "?"
      }
      needs[teams.joined(separator: " "), default: []].insert(dependency.link)
    }
    let found = graph.teamTies()
    for first in 0..<3 {
      for second in (first + 1)..<3 {
        let (forth, back) = (needs["t\(first) t\(second)"], needs["t\(second) t\(first)"])
        let tie = found.first { $0.first.text == "t\(first)" && $0.second.text == "t\(second)" }
        #expect((tie != nil) == (forth != nil && back != nil))
        #expect(tie.map { Set($0.linksForth) } == (back == nil ? nil : forth))
      }
    }
  }

  @Test("what fails with an element is what reaches it by hard links, weighed", arguments: 0..<300)
  func shares(seed: Int) {
    let solution = Self.estate(seed: seed)
    let graph = SolutionGraph(solution)
    func weight(_ id: ElementID) -> Int {
      guard let element = solution.element(id), element.kind != .module else { return 0 }
      return 1 << (solution.criticality(of: element).value ?? .medium).rank
    }
    let total = solution.elements.reduce(0) { $0 + weight($1.id) }
    for (vertex, share) in graph.failureShares().enumerated() {
      let id = graph.elementID(vertex)
      let stopped = graph.failureReach(of: id).filter { weight($0) > 0 }
      #expect(share.elementCount == stopped.count)
      let rest = total - weight(id)
      let expected = rest == 0 ? 0 : Double(stopped.reduce(0) { $0 + weight($1) }) / Double(rest)
      #expect(abs(share.share - expected) < 1e-9)
    }
  }

  @Test("systems go round over different parts, and not where their parts do", arguments: 0..<300)
  func circles(seed: Int) {
    let solution = Self.estate(seed: seed)
    let graph = SolutionGraph(solution)
    var reaches: [ElementID: Set<ElementID>] = [:]
    for dependency in graph.dependencies(in: .hard) where graph.traits[dependency.link].isStructural
    {
      let ends = [dependency.dependent, dependency.dependency].map {
        system(graph.elementID($0), in: solution)
      }
      if let near = ends[0], let far = ends[1], near != far {
        reaches[near, default: []].insert(far)
      }
    }
    for _ in 0..<3 {
      for (near, far) in reaches {
        reaches[near] = far.reduce(far) { $0.union(reaches[$1] ?? []) }
      }
    }
    func goRound(_ one: ElementID, _ other: ElementID) -> Bool {
      one != other && reaches[one]?.contains(other) == true && reaches[other]?.contains(one) == true
    }
    let ids = (0..<3).map { ElementID("s\($0)") }
    let tangled = graph.dependencyCircles().map { Set($0.compactMap { system($0, in: solution) }) }
    let expected = Set(
      ids.map { id in Set([id] + ids.filter { goRound(id, $0) }) }.filter { group in
        group.count > 1 && !tangled.contains { $0.intersection(group).count > 1 }
      })
    #expect(Set(graph.systemCircles().map { Set($0.systems.map(graph.elementID)) }) == expected)
    for circle in graph.systemCircles() {
      let ways = circle.example.map { place in
        [solution.links[place].source, solution.links[place].destination].map {
          system($0, in: solution)
        }
      }
      #expect(ways.count >= 2)
    }
  }
}
