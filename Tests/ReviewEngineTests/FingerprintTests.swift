import ReviewEngine
import SolutionModel
import SourceText
import Testing

@Suite struct FingerprintTests {
  private func fingerprints(_ elements: [Element], _ links: [Link] = []) -> [String] {
    Review(of: elements, links: links, by: [LongName.self, AnyLink.self]).fingerprints.sorted()
  }

  @Test("it is 128 bits of SHA-256 over version, rule, roles and discriminator")
  func recipe() {
    let review = Review(of: [.app("shop")], by: [LongName.self])
    #expect(
      review.fingerprints
        == [ContentDigest(of: "lintel/1\nlong-name\nsubject=element:shop\n").hexadecimal(32)])
  }

  @Test("a rule keeps the id that it had first")
  func formerRuleID() {
    let review = Review(
      of: [.app("a"), .app("b")], links: [.from("a", to: "b")], by: [AnyLink.self])
    let text = "lintel/1\nsome-link\ndestination=element:b\nsource=element:a\n"
    #expect(review.fingerprints == [ContentDigest(of: text).hexadecimal(32)])
  }

  @Test("order, names, messages and settings leave it as it is")
  func steady() {
    let plain = fingerprints([.app("shop"), .app("bank")])
    #expect(fingerprints([.app("bank"), .app("shop", name: "Web shop", summary: "x")]) == plain)
    #expect(plain.count == 2)
  }

  @Test("source and destination are told apart")
  func roles() {
    let elements = [Element.app("a"), .app("b")]
    #expect(
      fingerprints(elements, [.from("a", to: "b")])
        != fingerprints(elements, [.from("b", to: "a")]))
  }

  @Test("a renamed element keeps it, and so does what lies inside")
  func renamedSystem() {
    let before = fingerprints([
      Element(id: ElementID("trade"), kind: .system), .app("trade.shop", in: "trade"),
    ])
    var commerce = Element(id: ElementID("commerce"), kind: .system)
    commerce.formerly = [ElementID("trade"), ElementID("sales")]
    #expect(fingerprints([commerce, .app("commerce.shop", in: "commerce")]) == before)
  }

  @Test("an element that is renamed in its place, and one that moves, keeps it")
  func moved() {
    let system = Element(id: ElementID("sys"), kind: .system)
    let inside = fingerprints([system, .app("sys.shop", in: "sys")])
    #expect(
      fingerprints([system, .app("sys.store", in: "sys", formerly: ["sys.shop"])]) == inside)
    #expect(fingerprints([system, .app("store", formerly: ["sys.shop", "kiosk"])]) == inside)
    let top = fingerprints([system, .app("shop")])
    #expect(fingerprints([system, .app("sys.shop", in: "sys", formerly: ["shop"])]) == top)
  }

  @Test("an element that is renamed inside a renamed system keeps it")
  func renamedBoth() {
    let before = fingerprints([
      Element(id: ElementID("trade"), kind: .system), .app("trade.shop", in: "trade"),
    ])
    var system = Element(id: ElementID("commerce"), kind: .system)
    system.formerly = [ElementID("trade")]
    let shop = Element.app("commerce.store", in: "commerce", formerly: ["commerce.shop"])
    #expect(fingerprints([system, shop]) == before)
  }

  @Test("a former id that another element has today is passed over")
  func givenAway() {
    let both = fingerprints([.app("shop"), .app("store", formerly: ["shop"])])
    #expect(Set(both).count == 2)
  }

  @Test("a link between renamed elements keeps it")
  func renamedLink() {
    struct LinkItself: Rule {
      static let descriptor = RuleDescriptor.fake("link-itself")
      func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
        for link in subject.solution.links {
          verdicts.fail(Finding(Self.descriptor, "here", at: .link(link.id)))
        }
      }
    }
    func fingerprints(_ elements: [Element], _ links: [Link]) -> [String] {
      Review(of: elements, links: links, by: [LinkItself.self]).fingerprints
    }
    let before = fingerprints([.app("a"), .app("b")], [.from("a", to: "b")])
    let after = fingerprints([.app("a"), .app("c", formerly: ["b"])], [.from("a", to: "c")])
    #expect(before == after)
    let twin = Link(
      from: ElementID("a"), to: ElementID("c"),
      id: LinkID(from: ElementID("a"), to: ElementID("c"), twin: "rest"))
    #expect(fingerprints([.app("a"), .app("c", formerly: ["b"])], [twin]) != before)
    var named = Link(
      from: ElementID("x"), to: ElementID("b"), id: LinkID("feed"), hasDeclaredID: true)
    named.record.formerly = [LinkID("a->b")]
    #expect(fingerprints([.app("b"), .app("x")], [named]) == before)
  }

  @Test("two findings that cannot be told apart are counted as repeated")
  func repeated() {
    struct Twice: Rule {
      static let descriptor = RuleDescriptor.fake("twice")
      func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
        for word in ["one", "two"] {
          verdicts.fail(Finding(Self.descriptor, "\(word)", at: ElementPath(.solution)))
          verdicts.fail(
            Finding(Self.descriptor, "told", at: ElementPath(.solution), discriminator: word))
        }
      }
    }
    let review = Review(by: [Twice.self])
    #expect(review.repeatedFingerprints.count == 1)
    #expect(Set(review.fingerprints).count == 3)
  }

  @Test("elements that lie in each other do not hang it")
  func circle() {
    #expect(fingerprints([.app("a.long", in: "b.long"), .app("b.long", in: "a.long")]).count == 2)
  }
}
