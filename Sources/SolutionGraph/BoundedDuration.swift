/// Sums and products of durations that stop at thirty thousand years instead of overflowing.
extension Duration {
  private static let longest = Duration.seconds(1_000_000_000_000)

  package func multiplied(by count: Int) -> Duration {
    guard count > 0 else { return .zero }
    return self / .longest * Double(count) < 1 ? self * count : .longest
  }

  package func added(_ other: Duration) -> Duration {
    min(.longest, min(.longest, self) + min(.longest, other))
  }
}
