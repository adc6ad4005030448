import SolutionModel
import Testing

@testable import ReviewRules

@Suite struct FigureWordingTests {
  @Test(
    "a duration has the unit that fits its size",
    arguments: [
      (Duration.milliseconds(300), "300 ms"), (.microseconds(1500), "1.5 ms"), (.zero, "0 ms"),
      (.milliseconds(6600), "6.6 s"), (.seconds(30), "30 s"), (.seconds(119), "119 s"),
      (.seconds(300), "5 min"), (.seconds(48 * 3600), "48 h"),
    ])
  func durations(duration: Duration, text: String) {
    #expect(Wording.duration(duration) == text)
  }

  @Test(
    "a percentage has the places that tell it from 100 %",
    arguments: [
      (0.99350, "99.35 %"), (0.999975, "99.9975 %"), (0.999999, "99.9999 %"), (0.5, "50 %"),
      (0.983573, "98.36 %"), (1, "100 %"), (0, "0 %"), (0.9995, "99.95 %"),
    ])
  func percentages(fraction: Double, text: String) throws {
    #expect(Wording.percent(try #require(Availability(fraction: fraction))) == text)
  }

  @Test("a list names the first few and counts the rest, never a rest of one")
  func lists() {
    #expect(Wording.list(["a"]) == "'a'")
    #expect(Wording.list(["a", "b"]) == "'a' and 'b'")
    #expect(Wording.list(["a", "b", "c", "d", "e"]) == "'a', 'b', 'c', 'd' and 'e'")
    #expect(Wording.list(["a", "b", "c", "d", "e", "f"]) == "'a', 'b', 'c', 'd' and 2 more")
  }

  @Test("a long chain keeps both ends")
  func chains() {
    let ids = (1...12).map { ElementID("e\($0)") }
    #expect(Wording.chain(Array(ids.prefix(3))) == "e1 → e2 → e3")
    #expect(Wording.chain(ids) == "e1 → e2 → e3 → e4 → e5 → e6 → … → e12")
  }

  @Test("a number is rounded, and keeps no zeros at its end")
  func numbers() {
    #expect(Wording.decimal(2.0, places: 2) == "2")
    #expect(Wording.decimal(0.295, places: 1) == "0.3")
    #expect(Wording.decimal(-0.04, places: 1) == "0")
    #expect(Wording.decimal(-1.25, places: 1) == "-1.3")
  }
}
