/// Arithmetic on the minutes of a week that comes again and again.
enum WeekClock {
  static let minutes = 7 * 1440

  /// The longest wait from an end of one run to the next start of another.
  ///
  /// All minutes are of the week; starts ascend, and there is at least one of the later run. Each of
  /// the earlier ones takes `length` minutes.
  ///
  /// - Complexity: O(n log m).
  static func longestWait(after starts: [Int], length: Double, until next: [Int]) -> Double {
    starts.reduce(0) { longest, start in
      max(longest, wait(from: Double(start) + length, until: next))
    }
  }

  /// The shortest time from a start of an earlier run to a later start of another, and that start.
  static func shortestLead(of starts: [Int], before next: [Int]) -> (minutes: Int, at: Int)? {
    next.lazy.compactMap { later in
      last(of: starts, notAfter: later).map { (minutes: later - $0, at: later) }
    }.min { ($0.minutes, $0.at) < ($1.minutes, $1.at) }
  }

  private static func wait(from time: Double, until next: [Int]) -> Double {
    let whole = Double(minutes)
    let inWeek = time - (time / whole).rounded(.down) * whole
    var low = 0
    var high = next.count
    while low < high {
      let middle = (low + high) / 2
      if Double(next[middle]) < inWeek { low = middle + 1 } else { high = middle }
    }
    guard let first = next.first else { return whole }
    return (low < next.count ? Double(next[low]) : Double(first) + whole) - inWeek
  }

  /// The latest of ascending starts that is not after a minute; may be one of the week before.
  private static func last(of starts: [Int], notAfter minute: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= minute { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1] : starts.last.map { $0 - minutes }
  }
}
