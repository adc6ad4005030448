import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

@Suite struct SmallModelTests {
  private let document = read(SmallModel.text)

  @Test("the small model reads without a mistake")
  func readsClean() { #expect(document.diagnostics == []) }

  @Test("a model in shuffled parts is the same solution")
  func isTheSameInParts() {
    let parts = read(SmallModel.parts)
    #expect(parts.diagnostics == [])
    #expect(parts.solution == document.solution)
  }

  @Test("CRLF, a byte order mark's absence and comments change nothing")
  func lineEndings() {
    let lines = SmallModel.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(read(lines.joined(separator: "\r\n")).solution == document.solution)
    let commented = lines.map { $0 + " # so" }.joined(separator: "\n")
    #expect(read(commented).solution == document.solution)
  }

  @Test("elements have their facts, with units")
  func elements() throws {
    let solution = document.solution
    #expect(
      solution.elements.map(\.id.text) == [
        "buyer", "commerce", "commerce.ordering", "commerce.orders-db", "commerce.shop", "erp",
        "events",
      ])
    let shop = try #require(solution.element(ElementID("commerce.shop")))
    #expect(shop.name == "Web shop")
    #expect(shop.type == .web)
    #expect(shop.availability == Availability(fraction: 0.999))
    #expect(shop.owner == TeamID("sales"))
    #expect(solution.element(ElementID("commerce.ordering"))?.instances == 2)
    #expect(solution.element(ElementID("erp"))?.isExternal == true)
    #expect(solution.element(ElementID("buyer"))?.name == "Buyer")
  }

  @Test("links know their ends by path, and flows their links")
  func links() throws {
    let solution = document.solution
    let id = LinkID("commerce.shop->commerce.ordering")
    let link = try #require(solution.link(id))
    #expect(link.label == "submits the order")
    #expect(link.timing.timeout == .seconds(3))
    #expect(link.carries == [DataID("order")])
    #expect(!link.hasDeclaredID)
    #expect(solution.flows.first?.steps[1] == .link(id))
    #expect(solution.flows.first?.latencyTarget == .milliseconds(1500))
  }

  @Test("six lines are a model")
  func sixLines() {
    let document = read(
      """
      lintel: 1
      solution: Shop
      people: { buyer: Buyer }
      apps: { shop: Web shop }
      links:
        - buyer -> shop: buys
      """)
    #expect(document.diagnostics == [])
    #expect(document.solution.links.count == 1)
  }
}
