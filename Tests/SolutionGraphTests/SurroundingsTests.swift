import SolutionGraph
import SolutionModel
import Testing

@Suite struct SurroundingsTests {
  private static func zoned() -> Sketch {
    var sketch = Sketch()
    for (id, trust) in [
      ("web", Zone.Trust.internet), ("edge", .dmz), ("office", .internal), ("vault", .restricted),
    ] {
      var zone = Zone(id: ZoneID(id))
      zone.trust = trust
      sketch.zones.append(zone)
    }
    sketch.zones.append(Zone(id: ZoneID("desks"), parent: ZoneID("office")))
    sketch.element("p:buyer") { $0.zone = ZoneID("web") }
    sketch.element("shop") { $0.zone = ZoneID("edge") }
    sketch.element("desk") { $0.zone = ZoneID("desks") }
    sketch.element("ledger") { $0.zone = ZoneID("office") }
    sketch.element("keys") { $0.zone = ZoneID("vault") }
    sketch.element("bank") { $0.isExternal = true }
    return sketch
  }

  private func surroundings(_ sketch: Sketch, _ link: LinkID) throws -> LinkSurroundings {
    let place = try #require(sketch.solution.index(of: link))
    return try #require(sketch.graph.linkSurroundings()[place])
  }

  @Test("a border lies between zones of other trust, and around what others run")
  func findsBorders() throws {
    var sketch = Self.zoned()
    let inside = sketch.link("desk > ledger")
    let inwards = sketch.link("shop > ledger")
    let outwards = sketch.link("ledger > bank")
    let unknown = sketch.link("ledger > thing")
    #expect(try surroundings(sketch, inside).border == .none)
    #expect(try surroundings(sketch, inwards).border == .crossed)
    #expect(try surroundings(sketch, outwards).border == .crossed)
    #expect(try surroundings(sketch, outwards).isToOutside)
    #expect(try surroundings(sketch, unknown).border == .unknown)
    #expect(try !surroundings(sketch, inwards).isFromOutside)
  }

  @Test("the most delicate of what is carried counts")
  func findsTheMostDelicate() throws {
    var sketch = Self.zoned()
    sketch.data = [
      ("news", DataObject.Confidentiality.public, nil), ("price", .internal, .personal),
      ("health", .confidential, .special), ("none", nil, DataObject.Personal.none),
    ].map { id, confidentiality, personal in
      var data = DataObject(id: DataID(id))
      data.confidentiality = confidentiality
      data.personal = personal
      return data
    }
    let open = sketch.link("shop > a") { $0.carries = [DataID("news")] }
    let mixed = sketch.link("shop > b") { $0.carries = ["news", "price"].map { DataID($0) } }
    let worst = sketch.link("shop > c") {
      $0.carries = ["health", "price", "none"].map { DataID($0) }
    }
    #expect(try surroundings(sketch, open).isPublic)
    #expect(try !surroundings(sketch, open).isSensitive)
    #expect(try surroundings(sketch, mixed).delicacy == "personal")
    #expect(try !surroundings(sketch, mixed).isPublic)
    #expect(try surroundings(sketch, worst).personal == .special)
    #expect(try surroundings(sketch, worst).delicacy == "confidential")
  }

  @Test("a link within one app is local, and a retired one has no surroundings")
  func findsLocalLinks() throws {
    var sketch = Sketch()
    let local = sketch.link("m:shop.cart > m:shop.search")
    let remote = sketch.link("shop > other")
    let retired = sketch.link("other > shop") { $0.status = .retired }
    sketch.element("shop")
    #expect(try !surroundings(sketch, remote).isLocal)
    #expect(try surroundings(sketch, local).isLocal)
    let place = try #require(sketch.solution.index(of: retired))
    #expect(sketch.graph.linkSurroundings()[place] == nil)
  }

  @Test("a jump is the steepest hop that goes up in trust")
  func findsJumps() {
    var sketch = Self.zoned()
    sketch.link("p:buyer > shop", id: "1")
    sketch.link("p:buyer > desk", id: "2")
    sketch.link("p:buyer > shop > desk", id: "3")
    sketch.link("shop > keys", id: "4")
    sketch.link("keys > shop", id: "5")
    sketch.link("p:buyer > keys", via: "sql", id: "6")
    sketch.link("p:buyer > shop > keys", id: "7")
    let jumps = sketch.graph.trustJumps()
    #expect(jumps.map { sketch.graph.linkID($0.link).text } == ["1", "2", "3", "4", "7"])
    #expect(jumps.map(\.levels) == [1, 2, 1, 2, 2])
  }

  @Test("data moves the way that the option, the operation or a channel says")
  func findsMovements() throws {
    var sketch = Sketch()
    sketch.link("a > b", via: "sftp", id: "1")
    sketch.link("a > b", via: "rest-pull", id: "2")
    sketch.link("a > b", via: "rest", id: "3")
    sketch.link("a > b", via: "sql", id: "4")
    sketch.link("a > c:news", via: nil, id: "5")
    sketch.link("a > b", via: "ui-web-link", id: "6")
    let graph = sketch.graph
    let words = graph.traits.indices.map { link in
      graph.movements(over: link).map {
        "\(graph.elementID($0.source))\(graph.elementID($0.destination))"
      }
    }
    #expect(words == [["ab"], ["ba"], [], ["ab", "ba"], ["anews"], []])
  }

  @Test("alternatives share the fate of what all of them need and nothing makes redundant")
  func findsSharedFates() {
    var sketch = Sketch()
    for end in ["b", "c"] {
      sketch.link("a > \(end)") { $0.failure.fallback = .alternative }
      sketch.link("\(end) > d")
      sketch.link("\(end) > \(end)own")
    }
    sketch.link("d > e")
    sketch.element("e") { $0.instances = 2 }
    let fates = sketch.graph.sharedFates()
    #expect(fates.map(\.alternatives.words) == ["b c"])
    #expect(fates.map(\.shared.words) == ["d"])
    sketch.element("d") { $0.instances = 2 }
    #expect(sketch.graph.sharedFates().isEmpty)
  }
}
