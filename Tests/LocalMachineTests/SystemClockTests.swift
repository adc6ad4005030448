import Testing

@testable import LocalMachine

@Suite struct SystemClockTests {
  @Test(
    "days turn into dates of the Gregorian calendar",
    arguments: [
      (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (11_017, 2000, 3, 1),
      (19_782, 2024, 2, 29), (20_453, 2025, 12, 31), (20_454, 2026, 1, 1), (47_540, 2100, 2, 28),
      (47_541, 2100, 3, 1), (-719_468, 0, 3, 1),
    ])
  func datesOfDays(days: Int, year: Int, month: Int, day: Int) {
    #expect(SystemClock.date(daysSince1970: days) == (year, month, day))
  }

  @Test("the stopwatch never goes back")
  func stopwatch() {
    let clock = SystemClock()
    let first = clock.elapsed
    #expect(clock.elapsed >= first)
  }
}
