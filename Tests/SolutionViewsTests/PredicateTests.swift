import SolutionGraph
import SolutionModel
import SolutionViews
import TestSupport
import Testing

@Suite struct PredicateTests {
  @Test(
    "every key of an element can be asked for",
    arguments: [
      ("id", "a.one"), ("name", "One"), ("kind", "app"), ("type", "web"), ("parent", "a"),
      ("system", "a"), ("technology", "Mendix 10"), ("summary", "short"),
      ("description", "long"), ("owner", "outer-team"), ("domain", "sales"), ("zone", "dmz"),
      ("zone", "internet"), ("tag", "pci"), ("tags", "pci"), ("external", "true"),
      ("lifecycle", "planned"), ("end-of-life", "2027-06-30"), ("go-live", "2026-01-01"),
      ("criticality", "core"), ("availability", "99.9%"), ("latency", "1500ms"),
      ("instances", "3"), ("needs", "2"), ("failover", "manual"), ("rto", "4h"), ("rpo", "1h30min"),
      ("capacity", "200/s"), ("service-hours", "24x7"), ("changeable", "true"),
      ("health-check", "own"), ("monitoring", "central"), ("documents", "guide"),
      ("decisions", "adr-1"), ("icon", "cloud"), ("link", "https://x.example"), ("todo", "ask"),
      ("formerly", "old"), ("cost-centre", "4711"), ("fields.cost-centre", "4711"),
      ("fields.cost", "12.5"),
    ])
  func asksElements(key: String, value: String) {
    let chosen = elements(.compare(key: key, .equal, value: value))
    #expect(chosen.contains("a.one") && !chosen.contains("b"), "\(key)")
    #expect(elements(.isOneOf(key: key, values: ["?", value])).contains("a.one"), "\(key)")
    #expect(elements(.has(key: key)).contains("a.one"), "\(key)")
    #expect(!elements(.compare(key: key, .notEqual, value: value)).contains("a.one"), "\(key)")
  }

  @Test(
    "every key of a link can be asked for",
    arguments: [
      ("from", "a"), ("from", "one"), ("to", "b"), ("label", "asks"), ("status", "proposed"),
      ("use-case", "process"), ("carries", "order"), ("operation", "create"),
      ("data-flow", "push"), ("via", "rest"), ("through", "b"), ("interaction", "sync"),
      ("trigger", "user"), ("contract", "openapi"), ("transformation", "heavy"),
      ("latency", "100ms"), ("timeout", "3s"), ("poll", "5min"), ("schedule", "0 2 * * *"),
      ("window", "2h"), ("freshness", "1d"), ("peak", "60/min"), ("average", "0.5/s"),
      ("per-run", "1000"), ("throughput", "50/s"), ("after", "earlier"), ("payload", "20 KB"),
      ("growth", "120%"), ("calls", "4"),
      ("need", "hard"), ("fallback", "cache"), ("retries", "3"), ("retries.max", "3"),
      ("retries.backoff", "fixed"), ("retries.jitter", "true"), ("circuit-breaker", "true"),
      ("idempotent", "false"), ("delivery", "at-least-once"), ("ordering", "per-key"),
      ("dead-letter", "platform"), ("retention", "7d"), ("outbox", "cdc"),
      ("error-owner", "team"), ("authentication", "mtls"), ("authorization", "technical-user"),
      ("encryption", "tls"), ("credential", "vault"), ("mock", "true"), ("sandbox", "true"),
      ("contract-test", "false"), ("correlation", "true"), ("alternatives", "soap"),
      ("decision", "adr-2"), ("documents", "spec"), ("tag", "fast"), ("tags", "fast"),
      ("description", "words"), ("todo", "measure"), ("formerly", "old-link"),
      ("id", "a.one->b"),
    ])
  func asksLinks(key: String, value: String) {
    #expect(links(.compare(key: key, .equal, value: value)) == ["a.one->b"], "\(key)")
    #expect(links(.has(key: key)).contains("a.one->b"), "\(key)")
  }

  @Test(
    "ordered values are compared by size, whatever their unit",
    arguments: [
      ("criticality", Predicate.Comparison.greaterOrEqual, "high", true),
      ("criticality", .greater, "core", false), ("lifecycle", .less, "sunset", true),
      ("availability", .less, "99.95%", true), ("availability", .less, "99.9%", false),
      ("availability", .greaterOrEqual, "99.9%", true), ("latency", .lessOrEqual, "1.5s", true),
      ("rpo", .greater, "1h", true), ("capacity", .greater, "6000/min", true),
      ("instances", .greaterOrEqual, "3", true), ("end-of-life", .less, "2027-07-01", true),
      ("end-of-life", .greater, "2027-07-01", false), ("fields.cost", .less, "13", true),
      ("availability", .less, "5s", false), ("name", .less, "Z", false),
      ("criticality", .less, "nonsense", false), ("instances", .less, "many", false),
    ])
  func comparesSizes(
    key: String, comparison: Predicate.Comparison, value: String, isChosen: Bool
  ) {
    let chosen = elements(.compare(key: key, comparison, value: value))
    #expect(chosen.contains("a.one") == isChosen)
  }

  @Test("a value that is not given differs from every value, and is neither over nor under one")
  func leavesUnknownOut() {
    #expect(elements(.compare(key: "type", .notEqual, value: "web")) == ["a", "b"])
    #expect(elements(.compare(key: "availability", .less, value: "100%")) == ["a.one"])
    #expect(elements(.not(.compare(key: "availability", .less, value: "100%"))).isEmpty)
    #expect(elements(.not(.has(key: "availability"))) == ["a", "b"])
  }

  @Test("a key of links chooses no element, even in a negation, nor the other way round")
  func keepsSubjectsApart() {
    #expect(elements(.not(.compare(key: "via", .equal, value: "rest"))).isEmpty)
    #expect(links(.not(.compare(key: "kind", .equal, value: "app"))).isEmpty)
    #expect(links(.not(.compare(key: "via", .equal, value: "soap"))) == ["a.one->b"])
  }

  @Test("selectors are told as a model writes them")
  func describesSelectors() {
    let store = Predicate.compare(key: "type", .equal, value: "store")
    let dmz = Predicate.isOneOf(key: "zone", values: ["dmz", "edge"])
    let shop = Selector.element(ElementID("commerce.shop"))
    #expect("\(Selector.neighbours(shop))" == "-> commerce.shop ->")
    #expect("\(Selector.links(from: .descendants(ElementID("a")), to: .everything))" == "a.** -> *")
    #expect(
      "\(Selector.incoming(.predicate(.and(.not(store), dmz))))"
        == "-> ((not type = store) and zone in [dmz, edge])")
  }

  private func elements(_ predicate: Predicate) -> [String] {
    index.selection(of: .predicate(predicate)).elements.map(\.text)
  }

  private func links(_ predicate: Predicate) -> [String] {
    index.selection(of: .predicate(predicate)).links.map(\.text)
  }

  private let index = SelectionIndex(SolutionGraph(fullSolution))

  private static var fullSolution: Solution {
    Solution(
      name: "Full",
      zones: [Zone(id: ZoneID("dmz"), parent: ZoneID("internet")), Zone(id: ZoneID("internet"))],
      elements: [
        SolutionSamples.element("a", .system) { $0.owner = TeamID("outer-team") },
        SolutionSamples.element("a.one", .application, "One", type: "web", change: fill),
        SolutionSamples.element("b", .channel),
      ],
      links: [SolutionSamples.link("a.one", "b", "asks", via: "rest", change: fill)])
  }

  private static func fill(_ element: inout Element) {
    element.technology = "Mendix 10"
    element.summary = "short"
    element.description = "long"
    element.owner = TeamID("outer-team")
    element.domain = DomainID("sales")
    element.zone = ZoneID("dmz")
    element.tags = ["x", "pci"]
    element.lifecycle = .planned
    element.endOfLife = CalendarDate(year: 2027, month: 6, day: 30)
    element.goLive = CalendarDate(year: 2026, month: 1, day: 1)
    element.criticality = .core
    element.availability = Availability(percent: 99.9)
    element.latency = .milliseconds(1500)
    element.instances = 3
    element.needs = 2
    element.failover = .manual
    element.rto = .seconds(4 * 3600)
    element.rpo = .seconds(5400)
    element.capacity = Rate(perSecond: 200)
    element.serviceHours = "24x7"
    element.isChangeable = true
    element.isExternal = true
    element.healthCheck = .own
    element.monitoring = .central
    element.documents = ["guide"]
    element.decisions = ["adr-1"]
    element.icon = "cloud"
    element.link = "https://x.example"
    element.todo = "ask"
    element.formerly = [ElementID("old")]
    element.fields = ["cost-centre": .word("4711"), "cost": .number(12.5)]
  }

  private static func fill(_ link: inout Link) {
    link.status = .proposed
    link.useCase = .process
    link.carries = [DataID("order")]
    link.operation = .create
    link.through = [ElementID("b")]
    link.contract = Contract(kind: .openapi)
    link.transformation = .heavy
    link.trigger = .user
    link.timing.latency = .milliseconds(100)
    link.timing.timeout = .seconds(3)
    link.timing.poll = .seconds(300)
    link.timing.schedule = Schedule(
      "0 2 * * *", .clock(.weekdays(Weekday.allCases), times: [120]))
    link.timing.after = [LinkID("earlier")]
    link.volume.throughput = Rate(perSecond: 50)
    link.timing.window = BatchWindow(start: 60, duration: .seconds(7200))
    link.timing.freshness = .seconds(86_400)
    link.volume.peak = Rate(perSecond: 1)
    link.volume.average = Rate(perSecond: 0.5)
    link.volume.perRun = 1000
    link.volume.payload = ByteCount(bytes: 20 * 1024)
    link.volume.growth = Ratio(fraction: 1.2)
    link.volume.calls = 4
    fillTheRest(of: &link)
  }

  private static func fillTheRest(of link: inout Link) {
    link.failure.need = .hard
    link.failure.fallback = .cache
    var retries = Retries(maximum: 3)
    retries.backoff = .fixed
    retries.jitter = true
    link.failure.retries = retries
    link.failure.circuitBreaker = true
    link.failure.isIdempotent = false
    link.failure.delivery = .atLeastOnce
    link.failure.ordering = .perKey
    link.failure.deadLetter = .platform
    link.failure.retention = .seconds(7 * 86_400)
    link.failure.outbox = .changeDataCapture
    link.failure.errorOwner = TeamID("team")
    link.trust.authentication = .mtls
    link.trust.authorization = .technicalUser
    link.trust.encryption = .tls
    link.trust.credential = "vault"
    link.testing.mock = true
    link.testing.sandbox = true
    link.testing.contractTest = false
    link.testing.correlation = true
    link.record.alternatives = [OptionID("soap")]
    link.record.decision = "adr-2"
    link.record.documents = ["spec"]
    link.record.tags = ["fast"]
    link.record.description = "words"
    link.record.todo = "measure"
    link.record.formerly = [LinkID("old-link")]
  }
}
