public import SolutionModel

/// A remedy that can be tried on a copy of the solution: one or a few small changes.
public struct Cure: Hashable, Sendable {
  public let changes: [SolutionChange]

  public init(_ changes: SolutionChange...) { self.changes = changes }

  public init(_ changes: [SolutionChange]) { self.changes = changes }

  /// As a phrase; of many changes the first two, and how many more there are.
  public func title(in solution: Solution) -> String {
    let titles = changes.prefix(changes.count == 3 ? 3 : 2).map { $0.title(in: solution) }
    let rest = changes.count - titles.count
    let words = titles.joined(separator: " and ")
    return rest > 0 ? "\(words) and \(rest) more changes" : words
  }
}
