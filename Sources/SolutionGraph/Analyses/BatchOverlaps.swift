public import SolutionModel

/// Runs that work on one element at the same time.
public struct BatchOverlap: Hashable, Sendable {
  public let element: ElementID
  /// The runs that overlap one another, directly or by way of others of them, by place of the link.
  public let runs: [BatchRun]
  /// Whether the lengths of the runs are known, and not only the windows in which they may run.
  public let isCertain: Bool
  /// The minute after Monday 00:00 from which on most of them run.
  public let busiestMinute: Int
  /// How many run then.
  public let mostAtOnce: Int
}

extension SolutionGraph {
  /// For every element the groups of runs that overlap there, by element.
  ///
  /// A run takes its length times `margin` from each of its starts, or where its length is unknown
  /// the rest of its window. Runs more often than hourly are left out, and so are channels, which
  /// only hold what others work on, and people.
  ///
  /// - Complexity: O(r log r) in the starts of the runs of each element.
  public func batchOverlaps(
    among runs: [BatchRun], margin: Double, where isHeavy: (BatchRun) -> Bool
  ) -> [BatchOverlap] {
    var byVertex: [Int: [BatchRun]] = [:]
    for run in runs where Self.isSeldom(run) && isHeavy(run) {
      let stops = Set(legs(of: run.link).flatMap { [$0.source, $0.destination] })
      for vertex in stops where !isChannel(vertex) && !isPerson(vertex) {
        byVertex[vertex, default: []].append(run)
      }
    }
    return byVertex.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.flatMap {
      vertex, runs in
      let known = BatchSpans(of: runs.filter { $0.length != nil }, margin: margin)
      let certain = known.groups(at: elementID(vertex), isCertain: true)
      let explained = Set(certain.flatMap { $0.runs.map(\.link) })
      let all = BatchSpans(of: runs, margin: margin).groups(at: elementID(vertex), isCertain: false)
      return certain
        + all.filter { group in !group.runs.allSatisfy { explained.contains($0.link) } }
    }
  }

  private static func isSeldom(_ run: BatchRun) -> Bool { (1...168).contains(run.starts.count) }
}

/// When runs are at work, on the circle of a week.
private struct BatchSpans {
  private struct Span {
    let start: Double
    let end: Double
    let run: Int
  }

  private let runs: [BatchRun]
  private var spans: [Span] = []

  init(of runs: [BatchRun], margin: Double) {
    self.runs = runs
    let week = Double(WeekClock.minutes)
    for (number, run) in runs.enumerated() {
      guard
        let time = run.length.map({ $0 / .seconds(60) * margin })
          ?? run.timeInWindow.map({ $0 / .seconds(60) }), time > 0
      else { continue }
      for start in run.starts {
        let end = min(Double(start) + time, Double(start) + week)
        spans.append(Span(start: Double(start), end: min(end, week), run: number))
        if end > week { spans.append(Span(start: 0, end: end - week, run: number)) }
      }
    }
    spans.sort { ($0.start, $0.end, $0.run) < ($1.start, $1.end, $1.run) }
  }

  /// The runs that hang together, each group by its first run.
  func groups(at element: ElementID, isCertain: Bool) -> [BatchOverlap] {
    var group = Array(runs.indices)
    func root(_ run: Int) -> Int {
      var run = run
      while group[run] != run { run = group[run] }
      return run
    }
    var reach = (end: 0.0, run: -1)
    for span in spans {
      if span.start < reach.end, span.run != reach.run {
        let (one, other) = (root(span.run), root(reach.run))
        group[max(one, other)] = min(one, other)
      }
      if span.end > reach.end { reach = (span.end, span.run) }
    }
    let members = Dictionary(grouping: runs.indices, by: root)
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { _, members in
      let peak = busiest(Set(members))
      return BatchOverlap(
        element: element, runs: members.map { runs[$0] }, isCertain: isCertain,
        busiestMinute: Int(peak.minute), mostAtOnce: peak.count)
    }
  }

  /// The minute from which on most of some runs are at work, each counted once.
  private func busiest(_ members: Set<Int>) -> (minute: Double, count: Int) {
    let own = spans.filter { members.contains($0.run) }
    let ends = own.sorted { ($0.end, $0.run) < ($1.end, $1.run) }
    var ended = 0
    var atWork: [Int: Int] = [:]
    var best = (minute: 0.0, count: 0)
    for span in own {
      while ended < ends.count, ends[ended].end <= span.start {
        let run = ends[ended].run
        atWork[run] = atWork[run].flatMap { $0 > 1 ? $0 - 1 : nil }
        ended += 1
      }
      atWork[span.run, default: 0] += 1
      if atWork.count > best.count { best = (span.start, atWork.count) }
    }
    return best
  }
}
