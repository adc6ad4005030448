import MachinePorts

/// How long a run takes, for its closing line.
struct Stopwatch {
  private let clock: any WallClock
  private let start: Duration

  init(_ machine: Machine) {
    clock = machine.clock
    start = clock.elapsed
  }

  /// `38 ms` or `1.2 s`.
  var reading: String {
    let taken = clock.elapsed - start
    let milliseconds =
      taken.components.seconds * 1000 + taken.components.attoseconds / 1_000_000_000_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
