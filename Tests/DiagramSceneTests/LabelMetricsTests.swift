import DiagramScene
import Testing

@Suite struct LabelMetricsTests {
  @Test("text is as wide as browsers draw it in the Arial family")
  func knowsTheFamily() {
    #expect(abs(LabelMetrics.width(of: "Order Customer Service", in: .boxTitle) - 161.07) < 0.01)
    // 150.93 px at 14 px in the regular weight, as Chromium measures it; captions are 13 px.
    let caption = LabelMetrics.width(of: "Order Customer Service", in: .pictureCaption)
    #expect(abs(caption * 14 / 13 - 150.93) < 0.01)
  }

  @Test(
    "every sign of the languages of Europe has a width of its own",
    arguments: ["Größe ÄÖÜß", "Łódź ęąż", "Ελληνικά", "Українська", "“Zürich” – 5 € → ≤ №"])
  func measuresEurope(text: String) {
    let regular = LabelMetrics.width(of: text, in: .boxText)
    let perSign = regular / Double(text.count) / TextStyle.boxText.size
    #expect(perSign > 0.35 && perSign < 0.85)
    #expect(LabelMetrics.width(of: text, in: .boxTitle) > regular)
  }

  @Test("signs that stand on others take no room, and East Asian ones fill a square")
  func measuresOtherScripts() {
    let size = TextStyle.boxText.size
    #expect(
      LabelMetrics.width(of: "e\u{301}\u{327}", in: .boxText)
        == LabelMetrics.width(of: "e", in: .boxText))
    #expect(LabelMetrics.width(of: "注文", in: .boxText) == size * 2)
    #expect(LabelMetrics.width(of: "주문", in: .boxText) == size * 2)
    let woman = LabelMetrics.width(of: "👩", in: .boxText)
    #expect(woman > size && LabelMetrics.width(of: "👩🏽‍💻", in: .boxText) == woman)
    #expect(LabelMetrics.width(of: "مرحبا", in: .boxText) > size * 2)
    #expect(LabelMetrics.width(of: "", in: .boxText) == 0)
  }
}
