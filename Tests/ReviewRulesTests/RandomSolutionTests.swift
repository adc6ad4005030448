import ReviewEngine
import ReviewRules
import SolutionGraph
import SolutionModel
import TestSupport
import Testing

/// What holds for every solution, tried on random ones.
@Suite struct RandomSolutionTests {
  private func review(_ solution: Solution) -> Review {
    var policy = ReviewPolicy()
    policy.profile = .board
    return Review(
      of: ReviewSubject(graph: SolutionGraph(solution)), by: RuleCatalog.rules, policy: policy)
  }

  @Test("no two findings of a review share a fingerprint", arguments: 0..<60)
  func fingerprintsDiffer(seed: Int) {
    let findings = review(RandomSolution(seed: seed).solution).findings
    let byFingerprint = Dictionary(grouping: findings, by: \.fingerprint)
    for (_, same) in byFingerprint where same.count > 1 {
      Issue.record("\(same.map { "\($0.rule.id): \($0.finding.message.text)" })")
    }
  }

  @Test("the order in which a model names its parts changes no finding", arguments: 0..<60)
  func orderDoesNotMatter(seed: Int) {
    let random = RandomSolution(seed: seed)
    #expect(
      review(random.solution).findings.map(\.finding)
        == review(random.reversed).findings.map(\.finding))
  }

  @Test("places, roles and evidence name what the solution has", arguments: 0..<60)
  func namesExist(seed: Int) {
    let solution = RandomSolution(seed: seed).solution
    for finding in review(solution).findings.map(\.finding) {
      let subjects =
        [finding.place.subject] + finding.roles.map(\.subject)
        + finding.related.map(\.path.subject) + finding.evidence.path.map(\.subject)
      for subject in subjects {
        #expect(solution.has(subject), "\(finding.ruleID): \(subject)")
      }
    }
  }

  /// What takes more elements, or a rarer shape, than the random solutions have.
  private static let seldom: Set<String> = [
    "bulk-by-service", "capacity-without-headroom", "contract-missing", "dense-system",
    "flow-across-many-teams", "hub-element", "many-to-many-calls", "misplaced-element",
    "needless-broker", "needless-gateway", "overloaded-element", "personal-data-abroad",
    "point-to-point-sprawl", "reference-data-imported-by-several", "retention-too-short",
    "stale-copy", "wide-fan-out",
  ]

  @Test("every kind of flaw of links and flows comes up among them")
  func allRulesSpeak() {
    let found = Set(
      (0..<200).flatMap { seed in
        review(RandomSolution(seed: seed).solution).findings.map(\.rule.id)
      })
    let families: Set<RuleFamily> = [.coupling, .interaction, .availability, .data, .security]
    let asked = RuleCatalog.rules.map { $0.descriptor }.filter { families.contains($0.family) }
    let silent = Set(asked.map(\.id)).subtracting(found)
    #expect(silent.isSubset(of: Self.seldom), "\(silent)")
  }
}

extension Solution {
  fileprivate func has(_ subject: ElementPath.Subject) -> Bool {
    switch subject {
    case .element(let id): index(of: id) != nil
    case .link(let id): index(of: id) != nil
    case .flow(let id): flow(id) != nil
    case .data(let id): data(id) != nil
    case .solution: true
    case .team(let id): team(id) != nil
    case .domain, .zone, .view, .waiver: false
    }
  }
}

/// A small solution with many facts of every kind.
private struct RandomSolution {
  private var random: SeededRandom
  private var elements: [Element] = []
  private var links: [Link] = []
  private var flows: [Flow] = []
  private let teams = ["t1", "t2", "t3"].map { Team(id: TeamID($0)) }
  private var data: [DataObject] = []

  private static let zones = Zone.Trust.allCases.map { trust in
    var zone = Zone(id: ZoneID(trust.rawValue))
    zone.trust = trust
    return zone
  }

  init(seed: Int) {
    random = SeededRandom(seed: seed)
    elements = ["s0", "s1"].map { Element(id: ElementID($0), kind: .system) }
    for number in 0..<(6 + random.number(below: 8)) { addElement(number) }
    for number in 0..<(8 + random.number(below: 20)) { addLink(number) }
    for number in 0..<3 { addFlow(number) }
    for number in 0..<5 { addData(number) }
  }

  var solution: Solution {
    Solution(
      name: "Random", teams: teams, zones: Self.zones, elements: elements, data: data,
      links: links, flows: flows)
  }

  var reversed: Solution {
    Solution(
      name: "Random", teams: teams, zones: Self.zones.reversed(), elements: elements.reversed(),
      data: data.reversed(), links: links.reversed(), flows: flows.reversed())
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.number(below: values.count)]
  }

  private mutating func maybe<Value>(_ values: [Value]) -> Value? {
    random.number(below: 3) == 0 ? nil : pick(values)
  }

  private mutating func addElement(_ number: Int) {
    let kind = pick([
      ElementKind.application, .application, .application, .system, .store, .channel, .person,
    ])
    let system = kind == .person ? nil : maybe(["s0", "s1"]).map { ElementID($0) }
    let id = ElementID((system.map { $0.text + "." } ?? "") + "e\(number)")
    var element = Element(id: id, kind: kind, parent: system)
    if kind == .application {
      element.type = maybe(["gateway", "service"].map(ElementType.init(rawValue:)))
    }
    if kind == .channel {
      element.type = maybe(["queue", "topic"].map(ElementType.init(rawValue:)))
    }
    element.latency = maybe([0.1, 2, 12].map { Duration.seconds($0) })
    element.owner = maybe([TeamID("t1"), TeamID("t1"), TeamID("t2")])
    element.criticality = maybe(Criticality.allCases)
    element.availability = maybe([0.9, 0.99, 0.999, 0.999_995]).flatMap(
      Availability.init(fraction:))
    element.instances = maybe([1, 1, 2])
    element.failover = maybe([.automatic, .manual, Failover.none])
    element.rto = maybe([.seconds(300), .seconds(7200)])
    element.rpo = maybe([.zero, .seconds(7200)])
    element.serviceHours = maybe(["24x7", "business-hours", "when it rains"])
    element.isExternal = random.number(below: 6) == 0 ? true : nil
    element.zone = maybe(Self.zones.map(\.id))
    element.lifecycle = maybe(Lifecycle.allCases)
    if element.type == nil { element.type = maybe(ElementType.known(for: kind)) }
    element.technology = maybe(["FTP server", "Kafka 3.7", "RabbitMQ"])
    elements.append(element)
  }

  private mutating func addLink(_ number: Int) {
    let ends = (pick(elements).id, pick(elements).id)
    guard ends.0 != ends.1 else { return }
    var link = Link(from: ends.0, to: ends.1, id: LinkID("l\(number)"), hasDeclaredID: true)
    link.via = maybe(
      [
        "rest", "rest", "rest", "grpc", "sql", "queue", "topic", "rest-pull", "ui-web-link", "oidc",
        "odata", "webhook", "mqtt", "db-view", "sftp", "soap", "email", "rpa", "shared-folder",
        "ui-deep-link",
      ]
      .map(OptionID.init))
    link.operation = maybe(Operation.allCases)
    link.useCase = maybe([.process, .iot, .operations])
    link.timing.timeout = maybe([1, 2, 5, 9, 60].map { Duration.seconds($0) })
    link.failure.retries = maybe([0, 1, 3, 4, 9].map(Retries.init(maximum:)))
    link.failure.need = maybe([.hard, .hard, .soft])
    link.failure.fallback = random.number(below: 4) == 0 ? pick([.alternative, .cache]) : nil
    link.failure.deadLetter = maybe([DeadLetter.none, .platform])
    link.failure.retries?.backoff = maybe(Backoff.allCases)
    link.failure.ordering = maybe(Ordering.allCases)
    link.failure.isIdempotent = maybe([true, false])
    link.failure.circuitBreaker = maybe([true, false])
    link.failure.outbox = maybe([.outbox, Outbox.none])
    link.timing.latency = maybe([0.1, 2, 12].map { Duration.seconds($0) })
    link.contract = maybe([.openapi, ContractKind.none]).map(Contract.init(kind:))
    link.transformation = maybe([.heavy, Transformation.none])
    link.carries = (0..<5).filter { _ in random.number(below: 3) == 0 }.map { DataID("d\($0)") }
    addTrust(to: &link)
    link.volume.calls = maybe([1, 3, 30])
    link.volume.peak = maybe([0.1, 50]).flatMap(Rate.init(perSecond:))
    if random.number(below: 6) == 0 {
      let stop = pick(elements).id
      if stop != ends.0, stop != ends.1 { link.through = [stop] }
    }
    links.append(link)
  }

  private mutating func addTrust(to link: inout Link) {
    link.trust.authentication = maybe([Authentication.none, .basic, .oauth2])
    link.trust.authorization = maybe([Authorization.none, .technicalUser])
    link.trust.encryption = maybe([Encryption.none, .tls])
    link.trust.credential = maybe(["c1", "c2", "c3", "glpat-0000000000000000"])
    link.status = maybe([.live, .proposed, .deprecated])
  }

  private mutating func addData(_ number: Int) {
    var object = DataObject(id: DataID("d\(number)"))
    object.class = number < 2 ? [.transactional, .event][number] : maybe(DataObject.Class.allCases)
    object.confidentiality = maybe(DataObject.Confidentiality.allCases)
    object.personal = maybe(DataObject.Personal.allCases)
    object.masters = Set((0..<random.number(below: 3)).map { _ in pick(elements).id }).sorted()
    object.deletePolicy = maybe(DataObject.DeletePolicy.allCases)
    object.copies = Set((0..<random.number(below: 4)).map { _ in pick(elements).id }).sorted().map {
      var copy = DataObject.Copy(element: $0)
      copy.isWritable = maybe([true, false])
      return copy
    }
    data.append(object)
  }

  private mutating func addFlow(_ number: Int) {
    guard !links.isEmpty else { return }
    var flow = Flow(id: FlowID("f\(number)"))
    flow.criticality = maybe(Criticality.allCases)
    flow.latencyTarget = maybe([0.5, 3].map { Duration.seconds($0) })
    flow.availabilityTarget = maybe([0.5, 0.95, 0.999]).flatMap(Availability.init(fraction:))
    flow.rtoTarget = maybe([.seconds(600), .seconds(14_400)])
    flow.rpoTarget = maybe([.seconds(60), .seconds(14_400)])
    flow.serviceHours = maybe(["24x7", "8x5"])
    flow.steps = (0..<4).map { _ in .link(pick(links).id) }
    flow.steps.append(.optional([.link(pick(links).id)]))
    flow.steps.append(.repeated(times: 3, [.link(pick(links).id)]))
    flows.append(flow)
  }
}
