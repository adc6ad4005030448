import SolutionGraph
import SolutionModel
import TestSupport
import Testing

@Suite struct BatchTests {
  private func daily(_ hour: Int, _ minute: Int = 0) -> Schedule {
    Schedule("daily", .clock(.weekdays(Weekday.allCases), times: [hour * 60 + minute]))
  }

  @Test("1,000,000 calls of 50 ms one after the other take 13.9 h")
  func takesSerialCalls() throws {
    var sketch = Sketch()
    sketch.link("erp > shop", via: "rest") {
      $0.timing.schedule = daily(1)
      $0.timing.latency = .milliseconds(50)
      $0.volume.perRun = 1_000_000
    }
    let run = try #require(sketch.graph.batchRuns().first)
    #expect(run.length == .seconds(50_000))
    #expect(run.lengthBasis == .serialCalls)
  }

  @Test("a run takes its records by its throughput, and longer when they grow")
  func takesThroughput() throws {
    var sketch = Sketch()
    sketch.link("erp > shop", via: "sftp") {
      $0.timing.window = BatchWindow(start: 60, duration: .seconds(4 * 3600))
      $0.volume.perRun = 900_000
      $0.volume.throughput = Rate(perSecond: 100)
      $0.volume.growth = Ratio(fraction: 0.5)
    }
    let run = try #require(sketch.graph.batchRuns(inYears: 2).first)
    #expect(run.length == .seconds(9000))
    #expect(run.laterLength == .seconds(20_250))
    #expect(run.starts.first == 60 && run.starts.count == 7 && !run.startsAreDeclared)
    #expect(run.period == .seconds(86_400))
  }

  @Test("a run over the end of the week overlaps one at its beginning")
  func wrapsAround() {
    var sketch = Sketch()
    for (hour, day) in [(23, Weekday.sunday), (0, .monday)] {
      sketch.link("erp > t\(hour)", via: "sftp") {
        $0.timing.schedule = Schedule("x", .clock(.weekdays([day]), times: [hour * 60 + 30]))
        $0.volume.perRun = 7200
        $0.volume.throughput = Rate(perSecond: 1)
      }
    }
    let graph = sketch.graph
    let overlaps = graph.batchOverlaps(among: graph.batchRuns(), margin: 1) { _ in true }
    #expect(overlaps.map(\.element.text) == ["erp"])
    #expect(overlaps.first?.busiestMinute == 30)
  }

  @Test("overlaps are those of a walk through the minutes of a week", arguments: 0..<200)
  func agreesWithPlainWalk(seed: Int) {
    var random = SeededRandom(seed: seed)
    var sketch = Sketch()
    for number in 0..<(2 + random.number(below: 5)) {
      let days = Weekday.allCases.filter { _ in random.chance(0.4) }
      sketch.link("hub > t\(number)", via: "sftp", id: "l\(number)") {
        $0.timing.schedule = Schedule(
          "x",
          .clock(
            .weekdays(days.isEmpty ? [.sunday] : days), times: [random.number(below: 1440)]))
        $0.volume.perRun = 60 * (1 + random.number(below: random.chance(0.2) ? 3000 : 200))
        $0.volume.throughput = Rate(perSecond: 1)
      }
    }
    let graph = sketch.graph
    let runs = graph.batchRuns()
    let found = graph.batchOverlaps(among: runs, margin: 1) { _ in true }
    #expect(Set(found.map { Set($0.runs.map(\.link)) }) == PlainWeek(runs).groups)
    #expect((found.map(\.mostAtOnce).max() ?? 1) == PlainWeek(runs).most)
    #expect(found.allSatisfy { $0.isCertain && $0.element.text == "hub" })
  }

  @Test("the least lead of one run before another is that of a walk back", arguments: 0..<100)
  func leadsLikePlainWalk(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var sketch = Sketch()
    for (way, id) in [("a > b", "first"), ("b > c", "second")] {
      let days = Weekday.allCases.filter { _ in random.chance(0.5) }
      sketch.link(way, via: "sftp", id: id) {
        $0.timing.schedule = Schedule(
          "x",
          .clock(
            .weekdays(days.isEmpty ? [.friday] : days), times: [random.number(below: 1440)]))
        $0.timing.after = id == "second" ? [LinkID("first")] : []
      }
    }
    let graph = sketch.graph
    let runs = graph.batchRuns()
    let order = try #require(graph.batchOrders(among: runs).first)
    let least = runs[1].starts.map { start in
      (0...10_080).first { runs[0].starts.contains((start - $0 + 10_080) % 10_080) } ?? 0
    }.min()
    #expect(order.lead == .seconds((least ?? 0) * 60))
    #expect(order.isDeclared)
  }

  @Test(
    "a run that takes from where another brings comes after it; one that runs more often need not")
  func ordersByData() {
    var sketch = Sketch()
    let order = DataID("order")
    sketch.link("shop > erp", via: "sftp", id: "in") {
      $0.timing.schedule = daily(1)
      $0.carries = [order]
    }
    sketch.link("erp > lake", via: "sftp", id: "out") {
      $0.timing.schedule = daily(2)
      $0.carries = [order]
    }
    sketch.link("erp > desk", via: "sftp", id: "often") {
      $0.timing.schedule = Schedule(
        "x", .clock(.weekdays(Weekday.allCases), times: [0, 60, 120]))
      $0.carries = [order]
    }
    let graph = sketch.graph
    let orders = graph.batchOrders(among: graph.batchRuns())
    #expect(orders.map { graph.linkID($0.later.link).text } == ["out"])
    #expect(orders.first?.lead == .seconds(3600))
  }
}

/// The runs of each minute of a week, one by one.
private struct PlainWeek {
  private var running = [Set<Int>](repeating: [], count: 10_080)

  init(_ runs: [BatchRun]) {
    for run in runs {
      let minutes = min(10_080, Int((run.length ?? .zero) / .seconds(60)))
      for start in run.starts {
        for minute in start..<start + minutes { running[minute % 10_080].insert(run.link) }
      }
    }
  }

  var most: Int { running.map(\.count).max() ?? 0 }

  var groups: Set<Set<Int>> {
    var groups: [Set<Int>] = []
    for together in running where together.count > 1 {
      let touched = groups.filter { !$0.isDisjoint(with: together) }
      groups.removeAll { !$0.isDisjoint(with: together) }
      groups.append(touched.reduce(together) { $0.union($1) })
    }
    return Set(groups)
  }
}
