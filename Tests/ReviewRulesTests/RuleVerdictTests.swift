import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import SolutionReading
import SourceText
import Testing

/// How much findings weigh, and what rules say when facts are missing.
@Suite struct RuleVerdictTests {
  private func review(_ model: String, by rules: [any Rule.Type] = RuleCatalog.rules) throws
    -> Review
  {
    let text = "lintel: 1\nsolution: Verdicts\n" + model
    let document = SolutionReader().read([SourceFile(path: "model.yaml", text: text)])
    try #require(document.diagnostics.isEmpty, "\(document.diagnostics)")
    return Review(
      of: ReviewSubject(graph: SolutionGraph(document.solution)), by: rules)
  }

  private func levels(of rule: String, in model: String) throws -> [Level] {
    try review(model).findings.filter { $0.rule.id == rule }.map(\.level)
  }

  private func result(of rule: String, in model: String) throws -> RuleResult {
    try #require(try review(model).rules.first { $0.rule.id == rule })
  }

  @Test(
    "a store that several teams share weighs most, one within a team least",
    arguments: [
      ("owner: sales", "owner: finance", Level.error), ("owner: sales", "owner: sales", .note),
      ("owner: sales", "summary: No owner", .warning),
      ("summary: No owner", "summary: No owner", .warning),
    ])
  func sharedStore(first: String, second: String, level: Level) throws {
    let model = """
      teams: { sales: Sales, finance: Finance }
      apps: { a: { \(first) }, b: { \(second) } }
      stores: { s: Store }
      links: [{ from: a, to: s, via: sql }, { from: b, to: s, via: sql }]
      """
    #expect(try levels(of: "shared-data-store", in: model) == [level])
  }

  @Test(
    "a chain one link above the limit is a note, a longer one a warning",
    arguments: [(2, []), (3, [Level.note]), (4, [Level.warning])])
  func callChain(depth: Int, expected: [Level]) throws {
    let apps = (0...depth).map { "a\($0): A" }.joined(separator: ", ")
    let links = (0..<depth).map {
      "{ from: a\($0), to: a\($0 + 1), via: rest, timeout: \(60 - $0)s }"
    }
    let model = "apps: { \(apps) }\nlinks: [\(links.joined(separator: ", "))]\n"
    #expect(try levels(of: "synchronous-call-chain", in: model) == expected)
  }

  @Test(
    "elements that wait on each other weigh more than those that poll each other",
    arguments: [("rest", Level.warning), ("rest-pull", .note)])
  func circles(option: String, level: Level) throws {
    let links = [("a", "b"), ("b", "c"), ("c", "a")].map {
      "{ from: \($0.0), to: \($0.1), via: \(option) }"
    }
    let circle = "apps: { a: A, b: B, c: C }\nlinks: [\(links.joined(separator: ", "))]\n"
    #expect(try levels(of: "cyclic-dependency", in: circle) == [level])
    #expect(try levels(of: "mutual-dependency", in: circle).isEmpty)
    let pair = """
      apps: { a: A, b: B }
      links: [{ from: a, to: b, via: \(option) }, { from: b, to: a, via: \(option) }]
      """
    #expect(try levels(of: "mutual-dependency", in: pair) == [level])
    #expect(try levels(of: "cyclic-dependency", in: pair).isEmpty)
  }

  @Test("the links to cut open every circle, and no fewer would")
  func linksToCut() throws {
    let model = """
      apps: { a: A, b: B, c: C, d: D }
      links:
        - { from: a, to: b, via: rest }
        - { from: b, to: c, via: rest }
        - { from: c, to: a, via: rest }
        - { from: c, to: d, via: rest }
        - { from: d, to: b, via: rest }
      """
    let finding = try #require(
      try review(model).findings.first { $0.rule.id == "cyclic-dependency" }?.finding)
    #expect(finding.place == .link(LinkID("b->c")))
    #expect(finding.evidence.figures.contains(.init("links to cut", "1")))
  }

  @Test("a pair that waits on each other is told apart from the wider circle around it")
  func pairInCircle() throws {
    let model = """
      apps: { a: A, b: B, c: C }
      links:
        - { from: a, to: b, via: rest }
        - { from: b, to: a, via: rest }
        - { from: b, to: c, via: rest-pull, poll: 60s }
        - { from: c, to: a, via: rest-pull, poll: 60s }
      """
    #expect(try levels(of: "mutual-dependency", in: model) == [.warning])
    #expect(try levels(of: "cyclic-dependency", in: model).isEmpty)
  }

  @Test(
    "without the fact that decides, a rule says unknown and names the fact",
    arguments: [
      ("timeout-missing", "links: [{ from: a, to: b }]", "link:a->b/via"),
      (
        "retry-without-idempotency", "links: [{ from: a, to: b, via: rest, retries: { max: 1 } }]",
        "link:a->b/operation"
      ),
      (
        "one-way-data-over-request-reply", "links: [{ from: a, to: b, via: rest, use-case: iot }]",
        "link:a->b/data-flow"
      ),
      (
        "criticality-inversion", "links: [{ from: a, to: b, via: rest, timeout: 1s }]",
        "element:a/criticality element:b/criticality"
      ),
      (
        "single-point-of-failure",
        """
        links: [{ from: a, to: b, via: rest, timeout: 1s }]
        flows: { f: { steps: [a -> b] } }
        """, "element:a/instances element:b/instances"
      ),
      (
        "availability-below-target",
        """
        links: [{ from: a, to: b, via: rest, timeout: 1s }]
        flows: { f: { target: { availability: 99% }, steps: [a -> b] } }
        """, "element:a/availability element:b/availability"
      ),
      (
        "fallback-missing",
        """
        links: [{ from: a, to: b, via: rest, timeout: 1s }]
        flows: { f: { steps: [a -> b] } }
        """, "flow:f/criticality"
      ),
      (
        "needless-broker",
        """
        channels: { c: Channel }
        links: [{ from: a, to: c, via: queue }, { from: c, to: b, via: queue }]
        """, "element:a/owner element:b/owner link:a->c/peak"
      ),
      (
        "dead-letter-missing",
        """
        channels: { c: Channel }
        links: [{ from: a, to: c }, { from: c, to: b }]
        """, "link:c->b/via"
      ),
    ])
  func unknown(rule: String, model: String, missing: String) throws {
    let review = try review(
      "apps: { a: A, b: B }\n" + model, by: RuleCatalog.rules.filter { $0.descriptor.id == rule })
    let result = try #require(review.rules.first)
    #expect(result.verdicts.findings.isEmpty)
    #expect(result.verdicts.unknownCount > 0)
    let facts = review.completeness.flatMap(\.missing).map(\.description).sorted()
    #expect(facts.joined(separator: " ") == missing)
  }

  @Test("numbers at the end of their range stop no rule")
  func largeNumbers() {
    let ids = (0..<4).map { ElementID("a\($0)") }
    let links = zip(ids, ids.dropFirst()).map { source, destination in
      var link = Link(from: source, to: destination)
      link.via = OptionID("rest")
      link.operation = .create
      link.timing.timeout = .seconds(8_640_000_000)
      link.timing.latency = .seconds(8_640_000_000)
      link.volume.calls = .max
      link.failure.retries = Retries(maximum: .max)
      return link
    }
    var flow = Flow(id: FlowID("f"))
    flow.availabilityTarget = .certain
    flow.steps = [.repeated(times: .max, links.map { .link($0.id) })]
    let elements = ids.map { id in
      var element = Element(id: id, kind: .application)
      element.availability = Availability(fraction: 0)
      element.instances = .max
      element.needs = .max
      return element
    }
    let solution = Solution(name: "Large", elements: elements, links: links, flows: [flow])
    let review = Review(
      of: ReviewSubject(graph: SolutionGraph(solution)), by: RuleCatalog.rules)
    #expect(!review.hasErrors)
    let found = Set(review.findings.map(\.rule.id))
    #expect(
      found.isSuperset(of: [
        "availability-below-target", "chatty-link", "retry-without-idempotency",
        "timeout-inversion",
      ]))
  }
}
