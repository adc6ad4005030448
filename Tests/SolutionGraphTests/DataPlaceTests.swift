import SolutionGraph
import SolutionModel
import Testing

@Suite struct DataPlaceTests {
  private static let customer = DataID("customer")

  private func sketch(copies: [String] = [], _ build: (inout Sketch) -> Void) -> Sketch {
    var sketch = Sketch()
    sketch.element("crm")
    build(&sketch)
    var object = DataObject(id: Self.customer)
    object.masters = [ElementID("crm")]
    object.copies = copies.map { DataObject.Copy(element: ElementID($0)) }
    sketch.data = [object]
    return sketch
  }

  private func carry(_ link: inout Link) { link.carries = [Self.customer] }

  @Test("a place has its part and the shortest way from the master")
  func findsPlaces() {
    let places = sketch(copies: ["mailer"]) {
      $0.link("crm > c:events", via: "topic", carry)
      $0.link("c:events > mailer", via: "topic", carry)
      $0.link("c:events > billing", via: "topic", carry)
      $0.link("shop > crm", via: "graphql", carry)
      $0.link("billing > s:db", via: "sql", carry)
    }.graph.dataPlaces()
    let roles = Dictionary(uniqueKeysWithValues: places.map { ($0.element.text, $0.role) })
    #expect(
      roles == [
        "crm": .master, "events": .channel, "mailer": .copy, "billing": .receiver,
        "shop": .reader, "db": .store,
      ])
    #expect(places.first { $0.element.text == "db" }?.path.words == "crm events billing db")
  }

  @Test("copies of copies are counted, channels and integration apps are not")
  func countsRelays() {
    let chains = sketch {
      $0.element("bus") { $0.type = ElementType(rawValue: "integration") }
      $0.link("crm > c:events", via: "topic", carry)
      $0.link("c:events > bus", via: "topic", carry)
      $0.link("bus > sales", via: "sftp", carry)
      $0.link("sales > report", via: "sftp", carry)
    }.graph.relayWays()
    #expect(chains.map(\.copies) == [2])
    #expect(chains.first?.path.words == "crm events bus sales report")
  }

  @Test("a delivery keeps for the link's own time, or for the shortest of those who send")
  func findsRetention() {
    var sketch = Sketch()
    sketch.element("erp") { $0.rto = .seconds(48 * 3600) }
    sketch.element("desk") { $0.serviceHours = "business-hours" }
    sketch.link("a > c:events", via: "topic") { $0.failure.retention = .seconds(72 * 3600) }
    sketch.link("b > c:events", via: "topic") { $0.failure.retention = .seconds(24 * 3600) }
    sketch.link("c:events > erp", via: "topic", id: "erp")
    sketch.link("c:events > desk", via: "topic", id: "desk") {
      $0.failure.retention = .seconds(96 * 3600)
    }
    let deliveries = sketch.graph.bufferedDeliveries()
    #expect(deliveries.map(\.receiver.text) == ["desk", "erp"])
    #expect(deliveries.map(\.retention) == [.seconds(96 * 3600), .seconds(24 * 3600)])
    #expect(deliveries.map(\.outage) == [.seconds(62 * 3600), .seconds(48 * 3600)])
  }
}
