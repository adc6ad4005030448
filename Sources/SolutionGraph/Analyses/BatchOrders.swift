import SolutionModel

/// A run that needs another one to have ended, and the least time between the two.
public struct BatchOrder: Hashable, Sendable {
  /// The run that writes, and the one that reads what it wrote.
  public let earlier: BatchRun
  public let later: BatchRun
  /// Whether the model says so (`after`); else it follows from the data that both carry.
  public let isDeclared: Bool
  /// From the start of the earlier run to the next start of the later one, where that is least.
  public let lead: Duration
  /// The minute after Monday 00:00 at which the later one starts then.
  public let minute: Int
}

extension SolutionGraph {
  /// The pairs of runs of which one reads what the other writes, where both have known starts, by the
  /// place of the earlier link, then of the later one.
  ///
  /// A run reads what another writes where the one brings data to an element that the other takes from
  /// there. What runs more often than what it reads from is left out, unless the model declares the
  /// order: it finds the data of the time before by design.
  ///
  /// - Complexity: O(m) in what links carry, and O(p·s·log s) for p pairs with s starts; of one data
  ///   entity at one element at most 32 runs on either side are paired.
  public func batchOrders(among runs: [BatchRun]) -> [BatchOrder] {
    let byLink = Dictionary(uniqueKeysWithValues: runs.map { ($0.link, $0) })
    var pairs: [Pair: Bool] = [:]
    for run in runs {
      for id in solution.links[run.link].timing.after {
        guard let earlier = solution.index(of: id), earlier != run.link else { continue }
        pairs[Pair(earlier: earlier, later: run.link)] = true
      }
    }
    for streams in dataStreams().values {
      addPairs(along: streams.filter { byLink[$0.link] != nil }, to: &pairs)
    }
    return pairs.sorted { $0.key < $1.key }.compactMap { pair, isDeclared in
      guard let earlier = byLink[pair.earlier], let later = byLink[pair.later],
        isDeclared || later.starts.count <= earlier.starts.count,
        let lead = WeekClock.shortestLead(of: earlier.starts, before: later.starts)
      else { return nil }
      return BatchOrder(
        earlier: earlier, later: later, isDeclared: isDeclared,
        lead: .seconds(lead.minutes * 60), minute: lead.at)
    }
  }

  private struct Pair: Hashable, Comparable {
    let earlier: Int
    let later: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.earlier, left.later) < (right.earlier, right.later)
    }
  }

  private static let mostRunsOfOneSide = 32

  private func addPairs(along streams: [DataStream], to pairs: inout [Pair: Bool]) {
    let incoming = Dictionary(grouping: streams, by: \.destination)
    let outgoing = Dictionary(grouping: streams, by: \.source)
    for (vertex, writers) in incoming {
      let readers = (outgoing[vertex] ?? []).sorted { $0.link < $1.link }
      for writer in writers.sorted(by: { $0.link < $1.link }).prefix(Self.mostRunsOfOneSide) {
        for reader in readers.prefix(Self.mostRunsOfOneSide) where reader.link != writer.link {
          let pair = Pair(earlier: writer.link, later: reader.link)
          pairs[pair] = pairs[pair] ?? false
        }
      }
    }
  }
}
