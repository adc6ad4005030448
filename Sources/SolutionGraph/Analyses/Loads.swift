public import SolutionModel

/// The requests and messages that run over links and into elements in the busiest time.
public struct Loads: Hashable, Sendable {
  /// Over how many years the later figures let volumes grow.
  public let years: Int
  /// By place in `solution.links`; nil for links out of use and for batches, which run at a time of
  /// their own.
  public let links: [LinkLoad?]
  /// By vertex.
  public let elements: [ElementLoad]
}

/// How often a link is used in the busiest time.
public struct LinkLoad: Hashable, Sendable {
  /// What the figure rests on.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The declared peak, times the calls of a transaction.
    case peak
    /// One poll an interval for each instance of the source.
    case poll
    /// The peaks of the flows that take it, times the repeats.
    case flows
    /// All that comes into the channel that it delivers from.
    case channel
    /// The calls of a transaction times all that comes into its source, at most.
    case calls
    /// The declared average, at least.
    case average
    case unknown
  }

  public let basis: Basis
  public let now: RateBounds
  /// After `Loads.years`.
  public let later: RateBounds
}

/// What runs into an element in the busiest time.
///
/// What comes from outside into the parts of an element comes into the element.
public struct ElementLoad: Hashable, Sendable {
  public let now: RateBounds
  /// After `Loads.years`.
  public let later: RateBounds
  public let capacity: Rate?
  /// With one instance down; nil where the model does not say that there are several.
  public let capacityWithOneDown: Rate?
  /// The places of the links into it whose rate is not fully known, ascending.
  public let missing: [Int]

  /// The load as a share of the capacity, at least.
  public var utilisation: Double? { share(now.low, capacity) }
  public var laterUtilisation: Double? { share(later.low, capacity) }
  public var utilisationWithOneDown: Double? { share(now.low, capacityWithOneDown) }

  private func share(_ load: Double, _ capacity: Rate?) -> Double? {
    guard let capacity else { return nil }
    if load == 0 { return 0 }
    // A tenth of a call in a million seconds stands for an element that can serve nothing.
    return load / max(capacity.perSecond, 1e-7)
  }
}

extension SolutionGraph {
  /// The load of every link and element now and when volumes have grown for some years.
  ///
  /// A link has its declared `peak`, or else what follows from a poll, from flows with a peak, or
  /// from what comes into the channel that it delivers from. Rates multiply by `calls`. Gateways get
  /// what links send through them. Where parts are unknown the sum is a lower bound.
  ///
  /// Over the years volumes grow by their `growth`; without one they stay.
  ///
  /// - Complexity: O(n·d + m) for elements that nest d deep, and steps of flows.
  public func loads(inYears years: Int = 3) -> Loads {
    var propagation = LoadPropagation(of: self, years: years)
    propagation.spread()
    return Loads(
      years: years, links: propagation.links, elements: elementLoads(of: propagation.links))
  }

  private func elementLoads(of links: [LinkLoad?]) -> [ElementLoad] {
    var now = [RateBounds](repeating: .zero, count: placements.count)
    var later = now
    var missing = [[Int]](repeating: [], count: placements.count)
    var senderOf = [Int](repeating: -1, count: placements.count)
    for place in legs.indices {
      guard let load = links[legs[place].link] else { continue }
      var sender: Int? = legs[place].source
      while let vertex = sender {
        senderOf[vertex] = place
        sender = placements[vertex].parent
      }
      var receiver: Int? = legs[place].destination
      while let vertex = receiver, senderOf[vertex] != place {
        now[vertex] = now[vertex] + load.now
        later[vertex] = later[vertex] + load.later
        if load.now.high == nil, missing[vertex].last != legs[place].link {
          missing[vertex].append(legs[place].link)
        }
        receiver = placements[vertex].parent
      }
    }
    return placements.indices.map { vertex in
      let capacity = solution.elements[vertex].capacity
      let instances = solution.elements[vertex].instances ?? 1
      return ElementLoad(
        now: now[vertex], later: later[vertex], capacity: capacity,
        capacityWithOneDown: instances > 1
          ? capacity.flatMap {
            Rate(perSecond: $0.perSecond * Double(instances - 1) / Double(instances))
          } : nil,
        missing: missing[vertex])
    }
  }
}
