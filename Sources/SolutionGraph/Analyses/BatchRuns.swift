public import SolutionModel

/// Work that a link does at times of its own.
public struct BatchRun: Hashable, Sendable {
  /// What the length of a run rests on.
  public enum LengthBasis: String, Hashable, Sendable, CaseIterable {
    /// The records of a run, and how many of them it gets through in a second.
    case throughput
    /// The records of a run, one call after the other, each with the latency of the link.
    case serialCalls = "serial-calls"
  }

  /// The place in `solution.links`.
  public let link: Int
  /// Ascending minutes after Monday 00:00; where only a window is known, when that opens; empty where
  /// the model says too little.
  public let starts: [Int]
  /// Whether the starts are those of a schedule, and not only of a window.
  public let startsAreDeclared: Bool
  /// The longest time from one start to the next.
  public let period: Duration?
  /// Of one run now; nil where the model says too little.
  public let length: Duration?
  public let lengthBasis: LengthBasis?
  /// Of one run when volumes have grown.
  public let laterLength: Duration?
  public let window: BatchWindow?
  public let records: Int?

  /// From a start to the time at which the window closes.
  public var timeInWindow: Duration? {
    guard let window else { return nil }
    guard startsAreDeclared, let first = starts.first else { return window.duration }
    let late = (first % 1440 - window.start + 1440) % 1440
    let rest = window.duration - .seconds(late * 60)
    return rest > .zero ? rest : window.duration
  }
}

extension SolutionGraph {
  /// Everything that runs by schedule or window, or as a batch, by place of the link.
  ///
  /// Over the years volumes grow by their `growth`; without one they stay.
  ///
  /// - Complexity: O(m).
  public func batchRuns(inYears years: Int = 2) -> [BatchRun] {
    traits.indices.compactMap { batchRun(of: $0, inYears: years) }
  }

  func batchRun(of link: Int, inYears years: Int) -> BatchRun? {
    let timing = solution.links[link].timing
    guard traits[link].isInUse, timing.poll == nil,
      timing.schedule != nil || timing.window != nil || traits[link].interaction == .batch
    else { return nil }
    let volume = solution.links[link].volume
    let declared = timing.schedule?.startsOfWeek ?? []
    let opening = timing.window.map { window in (0..<7).map { $0 * 1440 + window.start } }
    let mayOpenDaily = timing.schedule.map { $0.longestInterval == .seconds(86_400) } ?? true
    let length = length(of: link)
    let growth = (0..<years).reduce(1.0) { factor, _ in
      min(factor * (1 + (volume.growth?.fraction ?? 0)), 1e9)
    }
    return BatchRun(
      link: link, starts: declared.isEmpty && mayOpenDaily ? opening ?? [] : declared,
      startsAreDeclared: !declared.isEmpty,
      period: timing.schedule?.longestInterval ?? timing.window.map { _ in .seconds(86_400) },
      length: length?.time, lengthBasis: length?.basis,
      laterLength: length.map { Self.duration(seconds: $0.time / .seconds(1) * growth) },
      window: timing.window, records: volume.perRun)
  }

  private func length(of link: Int) -> (time: Duration, basis: BatchRun.LengthBasis)? {
    let volume = solution.links[link].volume
    guard let records = volume.perRun else { return nil }
    if let throughput = volume.throughput {
      guard throughput.perSecond > 0 else { return nil }
      return (Self.duration(seconds: Double(records) / throughput.perSecond), .throughput)
    }
    guard traits[link].category == .service, let latency = solution.links[link].timing.latency
    else { return nil }
    return (latency.multiplied(by: records), .serialCalls)
  }

  private static func duration(seconds: Double) -> Duration { .seconds(min(seconds, 1e12)) }
}
