import SolutionModel

/// Data that a link moves from one of its ends to the other, as far as the model says which way.
public struct DataMovement: Hashable, Sendable {
  /// The vertex that gives.
  public let source: Int
  /// The vertex that takes.
  public let destination: Int
}

extension SolutionGraph {
  /// Which way the data of a link runs: none, one, or two where it runs both ways.
  ///
  /// Where the model does not say, only what goes into or out of a channel is known to run along the
  /// link.
  ///
  /// - Complexity: O(1).
  public func movements(over link: Int) -> [DataMovement] {
    let legs = legs(of: link)
    guard traits[link].isInUse, let source = legs.first?.source,
      let destination = legs.last?.destination
    else { return [] }
    let along = DataMovement(source: source, destination: destination)
    let against = DataMovement(source: destination, destination: source)
    switch traits[link].dataFlow {
    case .push: return [along]
    case .pull: return [against]
    case .both: return [along, against]
    case .some(.none): return []
    case nil: return isChannel(source) || isChannel(destination) ? [along] : []
    }
  }

  /// Whether an element serves analysis rather than the daily work: a BI tool, a warehouse, a lake, or
  /// a part of one.
  ///
  /// - Complexity: O(1) when it was asked before for any element, else O(n).
  public func isAnalytical(_ vertex: Int) -> Bool {
    knownAnalytical.value {
      let isOne = solution.elements.indices.map { place in
        solution.elements[place].type.map { Self.analyticalTypes.contains($0.rawValue) } ?? false
      }
      return placements.indices.map { place in
        isOne[place] || isOne[placements[place].host]
          || placements[place].system.map { isOne[$0] } ?? false
      }
    }[vertex]
  }

  private static let analyticalTypes: Set<String> = ["bi", "warehouse", "lake"]
}
