import Testing

@Suite struct UnitMistakeTests {
  @Test("a value without its unit is refused with the nearest correct spelling", arguments: cases)
  func mistakes(_ test: MistakeCase) { test.check() }

  static let cases = [
    link("timeout", "3", "takes a duration with its unit, and '3' has none", "write 3s"),
    link("timeout", "3000", "takes a duration with its unit, and '3000' has none", "write 3000ms"),
    link("timeout", "3 s", "takes a duration, not '3 s'", "write 3s"),
    link("timeout", "3 seconds", "takes a duration, not '3 seconds'", "write 3s"),
    link("timeout", "5m", "takes a duration, not '5m'", "write 5min"),
    link("timeout", "1h 30m", "takes a duration, not '1h 30m'", "write 1h30min"),
    link("retention", "30", "takes a duration with its unit, and '30' has none", "write 30d"),
    link("retention", "2 years", "takes a duration, not '2 years'", "write 730d"),
    link("timeout", "999999999d", "takes at most 100000d, not '999999999d'"),
    link(
      "timeout", "soon", "takes a duration, not 'soon'",
      "write it as in 1500ms, 3s, 5min, 2h, 30d, 1h30min"),
    link("peak", "200", "takes a rate with its unit, and '200' has none", "write 200/s"),
    link("peak", "200 rps", "takes a rate, not '200 rps'", "write 200/s"),
    link("peak", "10 per minute", "takes a rate, not '10 per minute'", "write 10/min"),
    link("peak", "1000/d", "takes a rate, not '1000/d'", "write 1000/day"),
    link("payload", "20", "takes a size with its unit, and '20' has none", "write 20 KB"),
    link("payload", "20kb", "takes a size, not '20kb'", "write 20 KB"),
    link("payload", "2 GiB", "takes a size, not '2 GiB'", "write 2 GB"),
    link("growth", "15", "takes a percentage with its unit, and '15' has none", "write 15%"),
    link("growth", "0.15", "takes a percentage with its unit, and '0.15' has none", "write 15%"),
    link("per-run", "1_000", "takes a whole number, not '1_000'", "write 1000"),
    link("per-run", "\"1000\"", "takes a whole number, not '1000'", "write 1000 without quotes"),
    link("calls", "0", "takes a whole number from 1 to 1000000, not '0'"),
    element(
      "availability", "0.999", "takes a percentage with its unit, and '0.999' has none",
      "write 99.9%"),
    element(
      "availability", "99.9", "takes a percentage with its unit, and '99.9' has none", "write 99.9%"
    ),
    element(
      "availability", "1", "takes a percentage with its unit, and '1' has none", "write 100%"),
    element("availability", "99.9 %", "takes a percentage, not '99.9 %'", "write 99.9%"),
    element("availability", "101%", "takes at most 100%, not '101%'"),
    element("go-live", "30.06.2027", "takes a date, not '30.06.2027'", "write 2027-06-30"),
    element("go-live", "2027-6-3", "takes a date, not '2027-6-3'", "write 2027-06-03"),
    element("go-live", "2027-02-30", "takes a day that the calendar has, not '2027-02-30'"),
    element("go-live", "03/04/2027", "takes a date, not '03/04/2027'", "write it as in 2027-06-30"),
    element("instances", "-1", "takes a whole number from 1 to 100000, not '-1'"),
    MistakeCase(
      "more needed than there are", "systems: { s: { instances: 2, needs: ⟦3⟧ } }",
      "'needs' is at most the number of instances (2), not '3'"),
    MistakeCase(
      "an effort without days",
      "links: [{ a -> b: , estimate: { low: 1d, typical: ⟦2⟧, high: 3d } }]",
      "'typical' takes an effort in person-days with its unit, and '2' has none", "write 2d"),
    MistakeCase(
      "an estimate that falls",
      "links: [{ a -> b: , estimate: ⟦{ low: 3d, typical: 2d, high: 1d }⟧ }]",
      "an estimate has its low, typical and high effort in rising order"),
    MistakeCase(
      "a window that opens at 25 o'clock",
      "links: [{ a -> b: , window: { start: ⟦\"25:00\"⟧, duration: 1h } }]",
      "'start' takes a time of day, not '25:00'", "write it as in 01:00, 22:30"),
  ]

  private static func link(_ key: String, _ value: String, _ message: String, _ help: String...)
    -> MistakeCase
  {
    MistakeCase(
      "\(key): \(value)", "links:\n  - a -> b:\n    \(key): ⟦\(value)⟧", ["'\(key)' \(message)"],
      help: help)
  }

  private static func element(_ key: String, _ value: String, _ message: String, _ help: String...)
    -> MistakeCase
  {
    MistakeCase(
      "\(key): \(value)", "systems:\n  s:\n    \(key): ⟦\(value)⟧", ["'\(key)' \(message)"],
      help: help)
  }
}
