import SolutionGraph
import SolutionModel
import Testing

@Suite struct DataAndPlaceTests {
  @Test("a store that apps of two systems and teams use has its users, writers and readers")
  func findsSharedStores() throws {
    var sketch = Sketch()
    sketch.element("y:sales") { $0.owner = TeamID("sales") }
    sketch.element("sales.shop")
    sketch.element("y:finance") { $0.owner = TeamID("finance") }
    sketch.element("finance.billing")
    sketch.element("m:finance.billing.report")
    sketch.link("sales.shop > s:sales.db", via: "sql", id: "1")
    sketch.link("finance.billing > s:sales.db", via: "db-view", id: "2")
    sketch.link("m:finance.billing.report > s:sales.db", via: nil, id: "3")
    sketch.link("p:clerk > s:sales.db", via: "sql", id: "4")
    sketch.link("finance.billing > s:own", via: "sql", id: "5")
    sketch.link("robot > s:sales.db", via: "etl", id: "6")
    let stores = sketch.graph.sharedDataStores()
    let store = try #require(stores.first)
    #expect(stores.count == 1)
    #expect(store.store.text == "sales.db")
    #expect(store.owningSystem?.text == "sales")
    #expect(store.owner?.text == "sales")
    #expect(store.users.words == "finance.billing sales.shop")
    #expect(store.writers.words == "sales.shop")
    #expect(store.readers.words == "finance.billing sales.shop")
    #expect(store.systems.words == "finance sales")
    #expect(store.teams.map(\.text) == ["finance", "sales"])
    #expect(store.accesses.map(\.link).words == "2 3 1")
    #expect(store.accesses.map(\.reads) == [true, nil, true])
  }

  @Test("a shared database without a store is shared with the app that has it")
  func findsSharedDatabases() {
    var sketch = Sketch()
    sketch.link("report > ledger", via: "shared-db")
    #expect(sketch.graph.sharedDataStores().map(\.users.words) == ["ledger report"])
  }

  private func syncs(_ sketch: Sketch) -> [String] {
    sketch.graph.twoWaySynchronisations().map {
      "\($0.data): \($0.members.words) over \($0.links.words)"
    }
  }

  private func carry(_ link: inout Link) { link.carries = [DataID("customer")] }

  @Test("two apps that send each other the same data keep it in step both ways")
  func findsPairs() {
    var sketch = Sketch()
    sketch.link("crm > erp", via: "webhook", id: "1", carry)
    sketch.link("erp > crm", via: "sftp", id: "2", carry)
    #expect(syncs(sketch) == ["customer: crm erp over 1 2"])
    #expect(sketch.graph.twoWaySynchronisations().map(\.example.words) == ["crm erp crm"])
  }

  @Test("data goes round through channels, and by polls against the direction of the call")
  func followsChannels() {
    var sketch = Sketch()
    sketch.link("crm > c:events", via: "topic", id: "1", carry)
    sketch.link("c:events > erp", via: nil, id: "2", carry)
    sketch.link("crm > erp", via: "rest-pull", id: "3", carry)
    #expect(syncs(sketch) == ["customer: crm erp over 1 2 3"])
    #expect(sketch.graph.twoWaySynchronisations().map(\.example.words) == ["crm events erp crm"])
  }

  @Test("one element that hears its own messages keeps nothing in step")
  func ignoresEchoes() {
    var sketch = Sketch()
    sketch.link("crm > c:events", via: "topic", id: "1", carry)
    sketch.link("c:events > crm", via: "topic", id: "2", carry)
    #expect(syncs(sketch) == [])
  }

  @Test("reading and writing another's data, commands to the master, screens and stores are fine")
  func knowsWhatIsFine() {
    var sketch = Sketch()
    sketch.link("portal > crm", id: "1") {
      carry(&$0)
      $0.operation = .read
    }
    sketch.link("portal > crm", id: "2") {
      carry(&$0)
      $0.operation = .update
    }
    sketch.link("shop > erp", id: "3") {
      carry(&$0)
      $0.operation = .create
    }
    sketch.link("erp > shop", via: "webhook", id: "4", carry)
    sketch.data = [DataObject(id: DataID("customer"))]
    sketch.data[0].masters = [ElementID("erp")]
    sketch.link("erp > s:db", via: "sql", id: "5", carry)
    sketch.link("s:db > erp", via: "sql", id: "6", carry)
    sketch.link("crm > shop", via: "ui-embed", id: "7", carry)
    sketch.link("shop > crm", via: "ui-embed", id: "8", carry)
    #expect(syncs(sketch) == [])
  }

  @Test("a link that is declared to run both ways counts between two keepers")
  func countsDeclaredBoth() {
    var sketch = Sketch()
    sketch.link("crm > erp", via: "etl", id: "1") {
      carry(&$0)
      $0.dataFlow = .both
    }
    sketch.data = [DataObject(id: DataID("customer"))]
    #expect(syncs(sketch) == [])
    sketch.data[0].masters = [ElementID("erp")]
    sketch.data[0].copies = [DataObject.Copy(element: ElementID("crm"))]
    #expect(syncs(sketch) == ["customer: crm erp over 1"])
  }

  @Test("a circle over three apps is found, and its parts are not told apart")
  func findsCircles() {
    var sketch = Sketch()
    sketch.link("a > b", via: "sftp", id: "1", carry)
    sketch.link("b > d", via: "sftp", id: "2", carry)
    sketch.link("d > a", via: "sftp", id: "3", carry)
    sketch.link("b > e", via: "sftp", id: "4", carry)
    #expect(syncs(sketch) == ["customer: a b d over 1 2 3"])
    #expect(sketch.graph.twoWaySynchronisations().map(\.example.words) == ["a b d a"])
  }

  @Test("a link between two zones crosses, with the trust of each or of the zone around it")
  func crossesZones() throws {
    var sketch = Sketch()
    sketch.zones = [
      Zone(id: ZoneID("outside")), Zone(id: ZoneID("office")),
      Zone(id: ZoneID("safe"), parent: ZoneID("office")),
    ]
    sketch.zones[0].trust = .internet
    sketch.zones[1].trust = .internal
    sketch.element("shop") { $0.zone = ZoneID("outside") }
    sketch.element("y:core") { $0.zone = ZoneID("office") }
    sketch.element("s:core.db") { $0.zone = ZoneID("safe") }
    sketch.element("core.app")
    sketch.link("shop > core.app", id: "1")
    sketch.link("core.app > s:core.db", via: "sql", id: "2")
    sketch.link("core.app > elsewhere", id: "3")
    sketch.link("shop > s:core.db", id: "4") { $0.status = .retired }
    let crossings = sketch.graph.zoneCrossings()
    #expect(crossings.map(\.link).words == "1 2")
    #expect(crossings.map(\.sourceTrust) == [.internet, .internal])
    #expect(crossings.map(\.destinationTrust) == [.internal, .internal])
    #expect(crossings.map(\.isNested) == [false, true])
  }

  @Test("zones that lie inside each other do not hang the search")
  func survivesRings() {
    var sketch = Sketch()
    sketch.zones = [
      Zone(id: ZoneID("a"), parent: ZoneID("b")), Zone(id: ZoneID("b"), parent: ZoneID("a")),
    ]
    sketch.element("x") { $0.zone = ZoneID("a") }
    sketch.element("y") { $0.zone = ZoneID("b") }
    sketch.link("x > y")
    #expect(sketch.graph.zoneCrossings().map(\.isNested) == [true])
  }

  @Test("an element is unconnected when no link, no step and no dead letter names it")
  func findsUnconnected() {
    var sketch = Sketch()
    sketch.element("y:erp")
    sketch.element("erp.ledger")
    sketch.element("m:erp.ledger.posting")
    sketch.element("m:erp.ledger.unlinked")
    sketch.element("erp.forgotten")
    sketch.link("shop > m:erp.ledger.posting", id: "1")
    sketch.link("shop > old", id: "2") { $0.status = .retired }
    sketch.link("shop > c:jobs", via: "queue", id: "3") {
      $0.failure.deadLetter = .channel(ElementID("dead"))
    }
    sketch.element("c:dead")
    sketch.element("scanner")
    sketch.flow("f", steps: [.optional([.work(at: ElementID("scanner"), takes: nil)])])
    #expect(sketch.graph.unconnectedElements().words == "erp.forgotten old")
  }

  @Test("data that no link in use carries is unused, kept or not")
  func findsUnusedData() {
    var sketch = Sketch()
    sketch.link("a > b", id: "1", carry)
    sketch.link("a > b", id: "2") {
      $0.carries = [DataID("order")]
      $0.status = .retired
    }
    sketch.data = ["customer", "order", "stock"].map { DataObject(id: DataID($0)) }
    sketch.data[1].masters = [ElementID("a")]
    let unused = sketch.graph.unusedData()
    #expect(unused.map(\.data.text) == ["order", "stock"])
    #expect(unused.map(\.isKept) == [true, false])
  }

  @Test("an empty solution has nothing to tell")
  func allowsNothing() {
    let graph = Sketch().graph
    #expect(graph.dependencyCycles().isEmpty && graph.sharedDataStores().isEmpty)
    #expect(graph.singlePointsOfFailure().isEmpty && graph.failureReaches().isEmpty)
    #expect(graph.synchronousCallChains().isEmpty && graph.retryAmplifications().isEmpty)
    #expect(graph.timeoutInversions().isEmpty && graph.twoWaySynchronisations().isEmpty)
    #expect(graph.zoneCrossings().isEmpty && graph.unconnectedElements().isEmpty)
  }
}
