public import SolutionGraph

/// All views of a solution: the automatic ones, then those that the model defines.
public struct ViewCatalog: Sendable {
  /// In the order in which a reader goes through them: landscape, contexts, insides, flows as maps and as
  /// sequences, own ones.
  public let entries: [ViewEntry]
  private let source: ViewSource

  /// The most boxes of a landscape or context before its elements are rolled up into domains.
  public static let usualBoxLimit = 60

  private static let series: [any ViewSeries] = [
    LandscapeView(), ContextView(), InsideView(), FlowView(), SequenceView(), CustomView(),
  ]

  /// Lists the views; none is composed yet.
  ///
  /// - Complexity: O(n + m).
  public init(_ graph: SolutionGraph, boxLimit: Int = Self.usualBoxLimit) {
    source = ViewSource(graph, boxLimit: max(2, boxLimit))
    var entries: [ViewEntry] = []
    var names = UniqueNames()
    var bySeries = [[ViewEntry]](repeating: [], count: Self.series.count)
    // The model's own views are named first, so that no automatic one takes an id of theirs.
    for series in Self.series.indices.reversed() {
      bySeries[series] = Self.series[series].entries(in: source).map {
        $0.with(id: names.take($0.id), series: series)
      }
    }
    for series in bySeries { entries += series }
    self.entries = entries
  }

  /// One of the views, composed.
  ///
  /// - Complexity: O(k log k) in the elements and links that it shows and those inside them.
  public func view(_ entry: ViewEntry) -> View? {
    Self.series[entry.series].view(entry, from: source)
  }

  public func view(named id: String) -> View? {
    entries.first { $0.id == id }.flatMap(view)
  }

  /// Every view, composed.
  public var views: [View] { entries.compactMap(view) }
}

/// Names that differ from each other by more than the case of letters.
private struct UniqueNames {
  private var taken: Set<String> = []

  /// The name itself, or with the first number that is free.
  mutating func take(_ name: String) -> String {
    let safe = FileName.safe(name)
    var candidate = safe
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(safe)-\(number)"
      number += 1
    }
    return candidate
  }
}
