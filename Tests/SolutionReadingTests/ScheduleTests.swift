import SolutionModel
import Testing

@testable import SolutionReading

@Suite struct ScheduleTests {
  private static func minute(_ day: Weekday, _ hour: Int, _ minute: Int = 0) -> Int {
    day.rawValue * 1440 + hour * 60 + minute
  }

  private func schedule(_ text: String) throws -> Schedule {
    try ScheduleText.parse(text).get()
  }

  private static let rhythms: [(text: String, starts: Int, hours: Int)] = [
    ("daily 02:00", 7, 24), ("weekdays 22:00", 5, 72), ("weekend 10:00", 2, 144),
    ("sunday 23:30", 1, 168), ("mon,thu 06:00", 2, 96), ("mon, thu 06:00", 2, 96),
    ("fri-mon 06:00", 4, 96), ("daily 06:00, 18:00", 14, 12), ("daily", 0, 24),
    ("weekly", 0, 168), ("weekly 02:00", 0, 168), ("hourly", 0, 1), ("every 90h", 0, 90),
    ("monthly last 20:00", 7, 744), ("monthly 31", 0, 1464), ("monthly", 0, 744),
    ("0 2 * * *", 7, 24), ("0 */2 * * *", 84, 2), ("30 2 * * 1-5", 5, 72),
    ("30 2 * * MON-FRI", 5, 72), ("0 0 1 * *", 7, 744), ("0 0 29 2 *", 7, 35_064),
    ("0 6,18 * * 7", 2, 156), ("0 0 1,15 1-12 *", 7, 408), ("0 0 * 1 1", 7, 8232),
  ]

  @Test("a schedule has its starts in a week and its longest interval", arguments: rhythms)
  func readsRhythms(text: String, starts: Int, hours: Int) throws {
    let schedule = try schedule(text)
    #expect(schedule.startsOfWeek.count == starts)
    #expect(schedule.longestInterval == .seconds(hours * 3600))
  }

  @Test("starts are minutes after Monday 00:00")
  func knowsStarts() throws {
    #expect(try schedule("sunday 23:30").startsOfWeek == [Self.minute(.sunday, 23, 30)])
    #expect(
      try schedule("mon,wed 02:00").startsOfWeek
        == [Self.minute(.monday, 2), Self.minute(.wednesday, 2)])
  }

  @Test(
    "another spelling is an error that gives the right one",
    arguments: [
      ("Daily at 2:00", "daily 02:00"), ("every day 02:00", "daily 02:00"),
      ("every monday at 3:15", "monday 03:15"), ("nightly 2am", "daily 02:00"),
      ("daily 10pm", "daily 22:00"), ("every 15 minutes", "every 15min"), ("@hourly", "hourly"),
      ("every hour", "hourly"), ("workdays 22:00", "weekdays 22:00"),
    ])
  func corrects(text: String, right: String) {
    guard case .failure(let mistake) = ScheduleText.parse(text) else {
      Issue.record("\(text) is taken")
      return
    }
    #expect(mistake.correction == right)
  }

  @Test(
    "what is no schedule is an error",
    arguments: [
      "", " ", "now and then", "daily 25:00", "daily 02:00 03:00", "every", "every 0s",
      "60 2 * * *",
      "* * * *", "0 0 30 2 *", "0 2 * * 8", "0 2 * * */0", "monthly 32", "mon-", "mon-tue-wed",
      "daily 02:00,", "0 9-5 * * *", "every 15min 02:00", String(repeating: "mon,", count: 500),
    ])
  func refuses(text: String) {
    #expect(throws: UnitMistake.self) { try ScheduleText.parse(text).get() }
  }

  @Test("a model reads schedule, order and throughput of a batch, and the continent of a zone")
  func readsModel() throws {
    let document = read(
      """
      lintel: 1
      solution: X
      zones: { home: { continent: europe } }
      apps: { a: A, b: B }
      links:
        - { id: first, from: a, to: b, via: sftp, schedule: daily 01:00, throughput: 70/s }
        - { a -> b: , via: sftp, id: second, schedule: 0 2 * * *, after: [first] }
      """)
    #expect(document.diagnostics == [])
    let links = document.solution.links
    #expect(links.first?.volume.throughput == Rate(perSecond: 70))
    #expect(links.last?.timing.after == [LinkID("first")])
    #expect(links.last?.timing.schedule?.startsOfWeek.count == 7)
    #expect(document.solution.zones.first?.continent == .europe)
  }
}
