import SolutionGraph
import SolutionModel
import Testing

@Suite struct CallChainTests {
  @Test("a chain starts where people come in, and ends before the store")
  func findsTheChain() {
    var sketch = Sketch()
    sketch.link("p:buyer > shop", via: "ui-web-link")
    sketch.link("shop > ordering")
    sketch.link("ordering > billing")
    sketch.link("ordering > s:db", via: "sql")
    sketch.link("billing > bank")
    sketch.link("bank > ledger", via: "rest-pull")
    let chains = sketch.graph.synchronousCallChains()
    #expect(chains.map(\.path.words) == ["shop ordering billing bank"])
    #expect(chains.map(\.depth) == [3])
    #expect(chains.map(\.start.text) == ["shop"])
    #expect(sketch.graph.synchronousCallChains(deeperThan: 3) == [])
  }

  @Test("a call through a gateway goes on to where it is bound, and nowhere else")
  func keepsRoutesApart() {
    var sketch = Sketch()
    sketch.link("shop > gateway > ordering", id: "1")
    sketch.link("desk > gateway > billing", id: "2")
    sketch.link("billing > bank", id: "3")
    sketch.link("gateway > login", id: "4")
    let chains = sketch.graph.synchronousCallChains()
    #expect(chains.map(\.path.words) == ["desk gateway billing bank", "shop gateway login"])
    #expect(chains.map(\.path.links.words) == ["2 2 3", "1 4"])
    #expect(chains.allSatisfy { $0.path.isDrawn(in: sketch.solution) })
  }

  @Test("hops that links with the same rest of the way share are shown with the link of the caller")
  func namesTheRightLink() {
    var sketch = Sketch()
    sketch.link("a > gateway > ordering", id: "1")
    sketch.link("b > gateway > ordering", id: "2")
    sketch.link("ordering > stock", id: "3")
    let chains = sketch.graph.synchronousCallChains()
    #expect(chains.map(\.path.links.words) == ["1 1 3", "2 2 3"])
  }

  @Test("calls that go round in a ring nobody enters are found too, no element twice")
  func entersRings() {
    var sketch = Sketch()
    sketch.link("a > b")
    sketch.link("b > c")
    sketch.link("c > a")
    #expect(sketch.graph.synchronousCallChains().map(\.path.words) == ["a b c"])
  }

  @Test("without circles no chain is longer than trials find", arguments: 0..<300)
  func agreesWithTrials(seed: Int) {
    let sketch = Sketch.random(seed: seed, isForward: true)
    let trial = CallTrial(sketch.solution, countsStores: false)
    let chains = sketch.graph.synchronousCallChains()
    for chain in chains {
      #expect(chain.depth == trial.longest(from: chain.start))
      #expect(chain.path.links.count == chain.depth)
      #expect(chain.path.isDrawn(in: sketch.solution))
    }
    let deepest = sketch.solution.elements.map { trial.longest(from: $0.id) }.max() ?? 0
    #expect(chains.map(\.depth).max() ?? 0 == deepest)
  }

  @Test(
    "with circles chains are drawn, and no link comes twice but over a gateway",
    arguments: 0..<200)
  func staysSound(seed: Int) {
    let sketch = Sketch.random(seed: seed)
    for chain in sketch.graph.synchronousCallChains() {
      #expect(chain.path.links.count == chain.depth)
      #expect(chain.path.isDrawn(in: sketch.solution))
    }
  }

  @Test("the largest product of attempts is the one that trials find", arguments: 0..<300)
  func multipliesLikeTrials(seed: Int) {
    let sketch = Sketch.random(seed: seed, isForward: true)
    let trial = CallTrial(sketch.solution, countsStores: true)
    let answers = sketch.graph.retryAmplifications()
    for answer in answers {
      #expect(answer.attempts.reduce(1, *) == answer.product)
      #expect(answer.attempts.first != 1 && answer.attempts.filter { $0 > 1 }.count > 1)
      #expect(answer.product == trial.product(from: answer.path.elements[0]))
      #expect(answer.path.isDrawn(in: sketch.solution))
    }
    let largest = sketch.solution.elements.map { trial.product(from: $0.id) }.max() ?? 1
    let single = sketch.solution.links.map(\.attempts).max() ?? 1
    if largest > single { #expect(answers.map(\.product).max() == largest) }
  }

  @Test("three attempts on two layers make 9, on five layers 243")
  func multiplies() {
    func layers(_ count: Int) -> Sketch {
      var sketch = Sketch()
      sketch.link("portal > app0")
      for layer in 0..<count {
        sketch.link("app\(layer) > app\(layer + 1)") { $0.failure.retries = Retries(maximum: 2) }
      }
      sketch.link("app\(count) > end")
      return sketch
    }
    #expect(layers(2).graph.retryAmplifications().map(\.product) == [9])
    #expect(layers(5).graph.retryAmplifications().map(\.product) == [243])
    #expect(
      layers(5).graph.retryAmplifications().map(\.path.words) == ["app0 app1 app2 app3 app4 app5"])
    #expect(layers(5).graph.retryAmplifications(above: 243) == [])
    #expect(layers(1).graph.retryAmplifications() == [])
  }

  @Test("a gateway does not try again, its caller does, once for the whole way")
  func countsGatewaysOnce() {
    var sketch = Sketch()
    sketch.link("shop > gateway > ordering", id: "1") { $0.failure.retries = Retries(maximum: 2) }
    sketch.link("ordering > bank", id: "2") { $0.failure.retries = Retries(maximum: 1) }
    let answers = sketch.graph.retryAmplifications()
    #expect(answers.map(\.attempts) == [[3, 1, 2]])
    #expect(answers.map(\.product) == [6])
  }

  @Test("a product beyond all numbers is the largest number")
  func saturates() {
    var sketch = Sketch()
    for layer in 0..<80 {
      sketch.link("a\(100 + layer) > a\(101 + layer)") { $0.failure.retries = Retries(maximum: 9) }
    }
    sketch.link("a180 > end") { $0.failure.retries = Retries(maximum: .max) }
    let answer = sketch.graph.retryAmplifications()
    #expect(answer.map(\.product) == [.max])
    #expect(answer.map(\.path.links.count) == [64])
    #expect(answer.map(\.path.isShortened) == [true])
  }

  @Test("a flow's calls nest where one starts where the other leads")
  func nestsInFlows() {
    var sketch = Sketch()
    let steps = [
      sketch.link("p:buyer > shop", via: "ui-web-link"),
      sketch.link("shop > ordering"), sketch.link("ordering > s:db", via: "sql"),
      sketch.link("ordering > pricing"), sketch.link("pricing > stock"),
      sketch.link("ordering > events", via: "rest-pull"), sketch.link("shop > mail"),
      sketch.link("mail > post"),
    ]
    sketch.flow("order", steps)
    sketch.flow("nothing", [])
    let graph = sketch.graph
    #expect(graph.callChain(of: sketch.flows[0])?.path.words == "shop ordering pricing stock")
    #expect(graph.callChain(of: sketch.flows[0])?.depth == 3)
    #expect(graph.callChain(of: sketch.flows[1]) == nil)
  }

  @Test("a chain of 20,000 calls does not overflow the stack, and shows its first hops")
  func goesDeep() {
    let elements = (0...20_000).map {
      Element(id: ElementID("e\(100_000 + $0)"), kind: .application)
    }
    let links = zip(elements, elements.dropFirst()).map { near, far in
      var link = Link(from: near.id, to: far.id)
      link.via = OptionID("rest")
      return link
    }
    let chains = SolutionGraph(Solution(name: "", elements: elements, links: links))
      .synchronousCallChains()
    #expect(chains.map(\.depth) == [20_000])
    #expect(chains.map(\.path.links.count) == [64])
  }
}

/// Calls followed in every possible way; only for solutions in which nothing goes round.
private struct CallTrial {
  private let links: [Link]

  init(_ solution: Solution, countsStores: Bool) {
    links = solution.links.filter { link in
      link.isInUse && link.isFunctionallySynchronous
        && link.effectiveInteraction.value != .userInterface
        && solution.element(link.source)?.kind != .person
        && (countsStores || solution.element(link.destination)?.kind != .store)
    }
  }

  func longest(from element: ElementID) -> Int {
    links.filter { $0.source == element }.flatMap { link in
      stops(link).enumerated().map { $0.offset + 1 + longest(from: $0.element) }
    }.max() ?? 0
  }

  func product(from element: ElementID) -> Int {
    links.filter { $0.source == element }.flatMap { link in
      stops(link).map { link.attempts * product(from: $0) }
    }.max() ?? 1
  }

  private func stops(_ link: Link) -> [ElementID] { link.through + [link.destination] }
}
