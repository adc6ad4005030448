import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import SolutionReading
import SourceText
import Testing

/// Numbers that were worked out by hand or are known from the literature.
@Suite struct WorkedNumbersTests {
  /// A review of a model by all built-in rules.
  private func review(_ model: String) throws -> Review {
    let text = "lintel: 1\nsolution: Worked numbers\n" + model
    let document = SolutionReader().read([SourceFile(path: "model.yaml", text: text)])
    try #require(document.diagnostics.isEmpty, "\(document.diagnostics)")
    return Review(
      of: ReviewSubject(graph: SolutionGraph(document.solution)), by: RuleCatalog.rules)
  }

  private func findings(of rule: String, in model: String) throws -> [LocatedFinding] {
    try review(model).findings.filter { $0.rule.id == rule }
  }

  /// A flow that needs apps of these availabilities, one after the other.
  private func flow(through availabilities: [String], target: String) -> String {
    let apps = availabilities.indices.map { "  a\($0): { name: A, \(availabilities[$0]) }\n" }
    let links = availabilities.indices.dropLast().map {
      "  - { from: a\($0), to: a\($0 + 1), via: rest, timeout: 1s }\n"
    }
    let steps = availabilities.indices.map { "{ at: a\($0) }" }.joined(separator: ", ")
    return "apps:\n" + apps.joined() + "links:\n" + links.joined()
      + "flows:\n  f:\n    target: { availability: \(target) }\n    steps: [\(steps)]\n"
  }

  @Test(
    "the availabilities of a flow's parts multiply",
    arguments: [
      (["99.98%", "99.95%", "99.80%", "99.99%"], "99.72 %"),
      (["99.9%", "99.5%", "99.0%", "99.95%"], "98.36 %"),
      (["99.95%", "99.9%", "99.5%"], "99.35 %"),
    ])
  func availabilitiesMultiply(parts: [String], product: String) throws {
    let model = flow(through: parts.map { "availability: \($0)" }, target: "99.9%")
    let found = try findings(of: "availability-below-target", in: model)
    #expect(found.count == 1)
    let figures = found.first?.finding.evidence.figures ?? []
    #expect(figures.first { $0.name == "availability" }?.value == product)
  }

  @Test(
    "one of several instances is enough",
    arguments: [
      ("availability: 99%, instances: 2", "99.99%", true),
      ("availability: 99%, instances: 2", "99.991%", false),
      ("availability: 99.5%, instances: 2", "99.9975%", true),
      ("availability: 99.9%, instances: 2", "99.9999%", true),
      ("availability: 99.9%, instances: 3, needs: 2", "99.9997%", true),
      ("availability: 99.9%, instances: 3, needs: 3", "99.9%", false),
    ])
  func instancesAddUp(element: String, target: String, isReached: Bool) throws {
    let model = flow(through: [element], target: target)
    let found = try findings(of: "availability-below-target", in: model)
    #expect(found.isEmpty == isReached)
  }

  @Test("a part that several steps need counts once")
  func sharedPartCountsOnce() throws {
    let model = """
      apps:
        a: { name: A, availability: 99.9% }
        b: { name: B, availability: 99.9% }
        login: { name: Login, availability: 99.5% }
      links:
        - { from: a, to: login, via: rest, timeout: 1s }
        - { from: a, to: b, via: rest, timeout: 3s }
        - { from: b, to: login, via: rest, timeout: 1s }
      flows:
        f:
          target: { availability: 99.3% }
          steps: [a -> login, a -> b, b -> login]
      """
    #expect(try findings(of: "availability-below-target", in: model).isEmpty)
  }

  /// A chain of calls, with these retries on each.
  private func chain(retries: [Int]) -> String {
    let apps = (0...retries.count).map { "  a\($0): App \($0)\n" }.joined()
    let links = retries.indices.map { index in
      """
        - a\(index) -> a\(index + 1): reads
          via: rest
          operation: read
          timeout: \(1 << (2 * (retries.count - index)))00s
          retries: { max: \(retries[index]) }

      """
    }
    return "apps:\n" + apps + "links:\n" + links.joined()
  }

  @Test(
    "retries on several layers multiply",
    arguments: [
      ([2, 2], nil, nil), ([2, 2, 2], "27", Level.note), ([3, 2, 2], "36", Level.warning),
      ([2, 2, 2, 2, 2], "243", Level.warning), ([0, 30, 0], nil, nil),
    ] as [([Int], String?, Level?)])
  func retriesMultiply(retries: [Int], product: String?, level: Level?) throws {
    let found = try findings(of: "retry-amplification", in: chain(retries: retries))
    #expect(found.count == (product == nil ? 0 : 1))
    #expect(found.first?.level == level)
    if let product {
      let message = found.first?.finding.message.text ?? ""
      #expect(message.contains("become \(product) calls"))
    }
  }

  @Test(
    "three attempts of 2 s with 0.2 s and 0.4 s between them take 6.6 s",
    arguments: [("5s", true), ("6.6s", true), ("6700ms", false)])
  func nestedTimeouts(outer: String, isInverted: Bool) throws {
    let model = """
      apps: { shop: Shop, ordering: Ordering, bank: Bank }
      links:
        - { from: shop, to: ordering, via: rest, timeout: \(outer) }
        - from: ordering
          to: bank
          via: rest
          operation: read
          timeout: 2s
          retries: { max: 2, backoff: exponential }
      """
    let found = try findings(of: "timeout-inversion", in: model)
    #expect(found.isEmpty == !isInverted)
    if isInverted { #expect(found.first?.finding.message.text.contains("(6.6 s)") == true) }
  }

  @Test("the small order-to-cash model has the findings that were expected of it")
  func orderToCash() throws {
    let found = try review(Self.orderToCash).findings
    #expect(
      found.filter { $0.level > .note }.map { "\($0.rule.id) at \($0.finding.place)" }.sorted() == [
        "availability-below-target at flow:take-order/target.availability",
        "fallback-missing at flow:take-order",
        "timeout-missing at link:ordering->customer",
      ])
    let below = found.first { $0.rule.id == "availability-below-target" }
    #expect(
      below?.finding.message.text
        == "'take-order' reaches 99.35 % (target 99.5 %); 'customer' (99.5 %) costs most")
    let figures = below?.finding.evidence.figures ?? []
    #expect(figures.first { $0.name == "error budget used" }?.value == "130 %")
  }

  private static let orderToCash = """
    owner: sales
    criticality: core
    teams:
      sales: { name: Sales IT, developers: 5 }
      finance: { name: Finance IT, developers: 4 }
    apps:
      ordering: { name: Ordering, owner: sales, availability: 99.9%, criticality: core }
      billing: { name: Billing, owner: finance, availability: 99.5%, criticality: high }
      customer: { name: Customer register, owner: sales, availability: 99.5% }
    systems:
      idp: { name: Sign-on, type: idp, owner: sales, availability: 99.95% }
    data:
      order: { class: transactional, master: ordering, global-id: order-number, delete-policy: soft }
      customer-record: { class: master, master: customer, global-id: customer-number }
    links:
      - billing -> ordering: reads new orders
        via: rest-pull
        carries: [order]
        operation: read
        use-case: process
        poll: 60s
        freshness: 300s
        peak: 2/s
      - ordering -> customer: looks up the customer
        via: rest
        trigger: user
        use-case: view-search
        carries: [customer-record]
        operation: read
        calls: 1
    flows:
      take-order:
        name: A buyer places an order
        criticality: core
        target: { availability: 99.5%, latency: 1500ms }
        steps:
          - { at: idp }
          - { at: ordering, takes: 400ms }
          - ordering -> customer
    """
}
