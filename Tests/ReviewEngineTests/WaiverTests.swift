import ReviewEngine
import SolutionModel
import Testing

@Suite struct WaiverTests {
  private let elements: [Element] = [.app("shop"), .app("bank"), .app("erp")]
  private let links: [Link] = [.from("shop", to: "bank")]

  private func review(
    _ waivers: [Waiver], today: CalendarDate? = .day(15), policy: ReviewPolicy = ReviewPolicy(),
    selected: (Selector) -> Set<ElementPath.Subject> = Review.singleElement
  ) -> Review {
    Review(
      of: elements, links: links,
      by: [LongName.self, AnyLink.self, StrictOne.self, AnyWaiver.self],
      policy: policy, waivers: waivers, today: today, selected: selected)
  }

  private func waived(_ review: Review) -> [String] {
    review.findings.compactMap { finding in
      if case .waived(let index) = finding.state {
        "\(finding.finding.ruleID) \(finding.finding.place.subject.name) by \(index)"
      } else {
        nil
      }
    }
    .sorted()
  }

  @Test("a waiver covers the findings of its rule at its subject and no others")
  func byRuleAndSubject() {
    let shop = ElementPath.Subject.element(ElementID("shop"))
    #expect(waived(review([.of("long-name", on: shop)])) == ["long-name shop by 0"])
    #expect(waived(review([.of("strict-one", on: shop)])) == [])
  }

  @Test("a waiver covers findings in which its subject plays a part")
  func byRole() {
    let bank = ElementPath.Subject.element(ElementID("bank"))
    #expect(waived(review([.of("any-link", on: bank)])) == ["any-link shop->bank by 0"])
    #expect(
      waived(review([.of("coupling/*", on: .link(LinkID("shop->bank")))]))
        == ["any-link shop->bank by 0"])
  }

  @Test("a waiver follows a renamed element, and a rule by its former id")
  func renamed() {
    let review = Review(
      of: [.app("store", formerly: ["shop"]), .app("bank")], links: [.from("store", to: "bank")],
      by: [AnyLink.self], waivers: [.of("some-link", on: .element(ElementID("shop")))])
    #expect(waived(review) == ["any-link store->bank by 0"])
  }

  @Test("a waiver with a selector covers what the selector chooses")
  func bySelection() {
    let waiver = Waiver(
      rule: "model/*", on: .selection(.everything), reason: "", approvedBy: "", until: .day(20))
    let all = review([waiver]) { selector in
      selector == .everything ? Set(elements.map { .element($0.id) }) : []
    }
    #expect(waived(all) == ["long-name bank by 0", "long-name shop by 0"])
    #expect(waived(review([waiver])) == [])
  }

  @Test("a waiver holds on its last day, and the finding is open again on the next")
  func lastDay() {
    let shop = ElementPath.Subject.element(ElementID("shop"))
    let waiver = Waiver.of("long-name", on: shop, until: .day(15))
    #expect(waived(review([waiver])).count == 1)
    let late = review([waiver], today: .day(16))
    #expect(waived(late) == [])
    #expect(late.findings.filter { $0.lapsedWaiver == 0 }.map(\.finding.place.subject) == [shop])
    #expect(late.waiverUse.map(\.hasExpired) == [true])
    let notes = late.findings.filter { $0.lapsedWaiver == 0 }.flatMap(\.related).map(\.note)
    #expect(notes == ["is here", "waived it until 2026-01-15"])
  }

  @Test("where the day is not known every waiver holds")
  func withoutToday() {
    let shop = ElementPath.Subject.element(ElementID("shop"))
    let review = review([.of("long-name", on: shop, until: .day(1))], today: nil)
    #expect(waived(review).count == 1)
    #expect(review.waiverUse.map(\.hasExpired) == [nil])
  }

  @Test("of several waivers the one that holds longest covers a finding; all of them are in use")
  func longest() {
    let shop = ElementPath.Subject.element(ElementID("shop"))
    let review = review([
      .of("long-name", on: shop, until: .day(20)), .of("model/*", on: shop, until: .day(25)),
      .of("long-name", on: shop, until: .day(10)), .of("*", on: shop, until: .day(25)),
    ])
    #expect(waived(review) == ["any-link shop->bank by 3", "long-name shop by 1"])
    #expect(review.waiverUse.map(\.findingCount) == [1, 1, 1, 2])
    #expect(review.counts.nextWaiverEnd == .day(25))
  }

  @Test("a rule about waivers is asked last, and no waiver covers what it finds")
  func secondPass() {
    let review = review([.of("*", on: .element(ElementID("shop")))])
    #expect(review.messages.contains("2 findings"))
    #expect(review.findings.filter { $0.finding.ruleID == "any-waiver" }.allSatisfy { $0.isOpen })
  }

  @Test("a waiver of a rule that was not asked says so")
  func notAsked() {
    let shop = ElementPath.Subject.element(ElementID("shop"))
    var policy = ReviewPolicy()
    policy.select = ["any-link"]
    let review = review([.of("long-name", on: shop), .of("coupling/*", on: shop)], policy: policy)
    #expect(review.waiverUse.map(\.wasAsked) == [false, true])
  }

  @Test("the fingerprint of a finding about a waiver does not depend on the waiver's place")
  func waiverFingerprint() {
    let one = Waiver.of("long-name", on: .element(ElementID("shop")))
    let two = Waiver.of("long-name", on: .element(ElementID("bank")))
    func fingerprints(_ waivers: [Waiver]) -> Set<String> {
      Set(review(waivers).findings.filter { $0.rule.id == "any-waiver" }.map(\.fingerprint))
    }
    #expect(fingerprints([one, two]) == fingerprints([two, one]))
    #expect(fingerprints([one, two]).count == 2)
  }
}
