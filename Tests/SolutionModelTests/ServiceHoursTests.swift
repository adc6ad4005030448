import SolutionModel
import Testing

@Suite struct ServiceHoursTests {
  @Test(
    "the usual wordings tell hours and days",
    arguments: [("24x7", 168), ("24/7", 168), ("12×5", 60), ("Business-Hours", 40), ("8x5", 40)])
  func reads(_ text: String, hours: Int) {
    #expect(ServiceHours(text)?.hoursPerWeek == hours)
  }

  @Test(
    "other wordings tell nothing",
    arguments: ["", "x", "25x7", "24x8", "0x5", "24x7x365", "when the tills are open", "-1x5"])
  func refuses(_ text: String) {
    #expect(ServiceHours(text) == nil)
  }

  @Test("hours cover others when neither the day nor the week is shorter")
  func covers() throws {
    let always = try #require(ServiceHours("24x7"))
    let desk = try #require(ServiceHours("8x5"))
    let late = try #require(ServiceHours("12x4"))
    #expect(always.covers(desk) && always.covers(always) && !desk.covers(always))
    #expect(!desk.covers(late) && !late.covers(desk))
  }
}
