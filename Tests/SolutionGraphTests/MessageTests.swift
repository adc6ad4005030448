import SolutionGraph
import SolutionModel
import Testing

@Suite struct MessageTests {
  @Test("a channel is one exchange with all who send and receive there")
  func channel() throws {
    var sketch = Sketch()
    let data = DataID("order")
    sketch.link("shop > c:events", via: "topic")
    sketch.link("c:events > billing", via: "topic")
    sketch.link("c:events > stock", via: "topic")
    sketch.link("erp > c:events > stock", via: "topic", id: "through")
    sketch.link("bank > shop", via: "webhook") { $0.carries = [data] }
    sketch.link("shop > bank", via: "rest") { $0.carries = [data] }
    let graph = sketch.graph
    let exchanges = graph.messageExchanges()
    #expect(exchanges.map { $0.channel?.text } == ["events", nil])
    let events = exchanges[0]
    #expect(events.senders.map { graph.elementID($0).text } == ["erp", "shop"])
    #expect(events.receivers.map { graph.elementID($0).text } == ["billing", "stock"])
    #expect(events.publications.count == 2 && events.deliveries.count == 3)
    #expect(graph.linkID(exchanges[1].deliveries[0]).text == "bank->shop")
  }

  @Test("exchanges are those of the plain definition", arguments: 0..<200)
  func agreesWithLists(seed: Int) {
    let solution = Sketch.random(seed: seed).solution
    let kinds = Dictionary(uniqueKeysWithValues: solution.elements.map { ($0.id, $0.kind) })
    func stops(_ link: Link) -> [ElementID] { [link.source] + link.through + [link.destination] }
    let used = solution.links.filter(\.isInUse)
    var expected: [[String]] = solution.elements.filter { $0.kind == .channel }.compactMap {
      channel in
      let sent = used.filter { stops($0).dropFirst().contains(channel.id) }
      let delivered = used.filter { stops($0).dropLast().contains(channel.id) }
      guard !sent.isEmpty || !delivered.isEmpty else { return nil }
      return [channel.id.text, names(sent), names(delivered)]
    }
    let direct = used.filter { link in
      link.option?.category == .event && link.effectiveInteraction.value == .asynchronous
        && !stops(link).contains { kinds[$0] == .channel }
    }
    expected += direct.map { ["", names([$0]), names([$0])] }
    let found = SolutionGraph(solution).messageExchanges().map { exchange in
      [
        exchange.channel?.text ?? "", names(exchange.publications.map { solution.links[$0] }),
        names(exchange.deliveries.map { solution.links[$0] }),
      ]
    }
    #expect(found == expected)
  }

  private func names(_ links: [Link]) -> String {
    links.map(\.id.text).sorted().joined(separator: " ")
  }

  @Test("data is pushed directly where no channel, store or person takes part")
  func directPushes() {
    var sketch = Sketch()
    let data = DataID("price")
    for (number, way) in ["a > b", "a > c:topic", "a > s:store", "p:clerk > a", "a > c:bus > b"]
      .enumerated()
    {
      sketch.link(way, id: "l\(number)") {
        $0.carries = [data]
        $0.dataFlow = .push
      }
    }
    sketch.link("b > a", via: "webhook") { $0.carries = [data] }
    sketch.link("b > c", via: "rest-pull") { $0.carries = [data] }
    sketch.link("c > b", via: "rest") { $0.carries = [data] }
    let graph = sketch.graph
    #expect(graph.directPushes()[data]?.map { graph.linkID($0.link).text } == ["l0"])
  }
}
