import SolutionModel
import TestSupport
import Testing

@testable import SolutionGraph

@Suite struct CopyAgeTests {
  private static let order = DataID("order")

  private func sketch(_ build: (inout Sketch) -> Void) -> Sketch {
    var sketch = Sketch()
    sketch.element("master")
    build(&sketch)
    var object = DataObject(id: Self.order)
    object.masters = [ElementID("master")]
    sketch.data = [object]
    return sketch
  }

  private func daily(_ hour: Int) -> Schedule {
    Schedule("daily", .clock(.weekdays(Weekday.allCases), times: [hour * 60]))
  }

  @Test("a poll of 60 s with 20 s of work is 80 s old, behind a relay of 320 s it is 400 s")
  func reproducesTheExample() {
    let ages = sketch {
      $0.link("copy > master", via: "rest-pull") {
        $0.carries = [Self.order]
        $0.timing.poll = .seconds(60)
        $0.timing.latency = .seconds(20)
      }
      $0.link("far > copy", via: "rest-pull") {
        $0.carries = [Self.order]
        $0.timing.poll = .seconds(300)
        $0.timing.latency = .seconds(20)
      }
    }.graph.copyAges()
    #expect(ages.map(\.element.text) == ["copy", "far"])
    #expect(ages.map(\.age) == [.seconds(80), .seconds(400)])
    #expect(ages.allSatisfy { $0.missing.isEmpty })
  }

  @Test("the second of two nightly runs waits for the end of the first, not for a whole day")
  func knowsPhases() {
    let ages = sketch {
      for (way, hour) in [("master > middle", 1), ("middle > end", 3)] {
        $0.link(way, via: "sftp") {
          $0.carries = [Self.order]
          $0.timing.schedule = daily(hour)
          $0.volume.perRun = 3600
          $0.volume.throughput = Rate(perSecond: 1)
        }
      }
    }.graph.copyAges()
    #expect(ages.map(\.age) == [.seconds(27 * 3600), .seconds(25 * 3600)])
    #expect(ages.map(\.element.text) == ["end", "middle"])
  }

  @Test("a run that nobody can time leaves a lower bound, and says what would tell")
  func saysWhatIsMissing() {
    let ages = sketch {
      $0.link("master > c:drop", via: "sftp", id: "out") {
        $0.carries = [Self.order]
        $0.timing.schedule = daily(1)
      }
      $0.link("c:drop > end", via: "sftp", id: "in") { $0.carries = [Self.order] }
    }.graph.copyAges()
    #expect(ages.map(\.age) == [.seconds(86_400)])
    #expect(
      ages.first?.missing
        == [.link(LinkID("out"), "throughput"), .link(LinkID("in"), "schedule")])
  }

  @Test("data that a store keeps for its app is as old as the app's")
  func passesStores() {
    let ages = sketch {
      $0.link("master > s:db", via: "sql") { $0.carries = [Self.order] }
      $0.link("lake > s:db", via: "rest-pull") {
        $0.carries = [Self.order]
        $0.timing.poll = .seconds(60)
      }
    }.graph.copyAges()
    #expect(ages.first { $0.element.text == "lake" }?.age == .seconds(60))
    #expect(ages.first { $0.element.text == "lake" }?.hops.count == 1)
  }

  @Test("the age is that of the quickest of all ways", arguments: 0..<200)
  func agreesWithAllWays(seed: Int) {
    var random = SeededRandom(seed: seed)
    let sketch = sketch { sketch in
      let names = ["master", "a", "b", "c", "d"]
      for number in 0..<(3 + random.number(below: 6)) {
        let ends = names.shuffled(using: &random).prefix(2)
        sketch.link(ends.joined(separator: " > "), via: "sftp", id: "l\(number)") {
          $0.carries = [Self.order]
          switch random.number(below: 3) {
          case 0:
            $0.via = OptionID("rest-pull")
            $0.timing.poll = .seconds(60 * (1 + random.number(below: 600)))
          case 1:
            $0.timing.schedule = Schedule(
              "x",
              .clock(
                .weekdays(random.chance(0.5) ? Weekday.allCases : [.tuesday, .friday]),
                times: [random.number(below: 1440)]))
            $0.volume.perRun = 60 * (1 + random.number(below: 300))
            $0.volume.throughput = Rate(perSecond: 1)
          default:
            $0.via = OptionID("topic")
            $0.timing.latency = .seconds(60 * random.number(below: 100))
          }
        }
      }
    }
    let graph = sketch.graph
    let ways = PlainWays(graph, data: Self.order)
    for age in graph.copyAges() {
      let quickest = ways.quickest(to: age.element) ?? .infinity
      #expect(abs(age.age / .seconds(60) - quickest) < 1e-6 * (1 + quickest), "\(age.element)")
    }
    #expect(graph.copyAges().count == ways.reachedCount)
  }
}

/// All ways that take no hop twice, one by one.
private struct PlainWays {
  private let graph: SolutionGraph
  private let streams: [DataStream]
  private var best: [ElementID: Double] = [:]

  init(_ graph: SolutionGraph, data: DataID) {
    self.graph = graph
    streams = graph.dataStreams()[data] ?? []
    let timings = HopTimings(of: graph)
    guard let master = graph.solution.index(of: ElementID("master")) else { return }
    walk(from: master, age: 0, before: nil, [], timings)
    best[ElementID("master")] = nil
  }

  var reachedCount: Int { best.count }

  func quickest(to element: ElementID) -> Double? { best[element] }

  private mutating func walk(
    from vertex: Int, age: Double, before: HopTimings.Timing?, _ taken: Set<Int>,
    _ timings: HopTimings
  ) {
    for (number, stream) in streams.enumerated()
    where stream.source == vertex && !taken.contains(number) {
      let hop = timings[stream.link]
      let arrival = age + wait(for: hop, after: before) + hop.work
      let id = graph.elementID(stream.destination)
      best[id] = min(best[id] ?? .infinity, arrival)
      walk(from: stream.destination, age: arrival, before: hop, taken.union([number]), timings)
    }
  }

  /// Minute by minute from each end of the run before to the next start.
  private func wait(for hop: HopTimings.Timing, after before: HopTimings.Timing?) -> Double {
    guard let before, !before.starts.isEmpty, !hop.starts.isEmpty else { return hop.wait }
    let starts = Set(hop.starts)
    return before.starts.map { start in
      let end = start + Int(before.work)
      return Double((0...10_080).first { starts.contains((end + $0) % 10_080) } ?? 0)
    }.max() ?? 0
  }
}
