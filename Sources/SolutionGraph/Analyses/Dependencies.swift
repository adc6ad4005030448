import SolutionModel

/// Which links make one element depend on another.
public enum DependencyScope: Hashable, Sendable, CaseIterable {
  /// All links in use.
  case any
  /// Those without which the dependent cannot do its work.
  case hard
  /// Those that somebody waits on.
  case synchronous
}

/// One element needs another, over a link.
///
/// All three are places: in `solution.elements`, twice, and in `solution.links`.
public struct Dependency: Hashable, Sendable {
  public let dependent: Int
  public let dependency: Int
  public let link: Int
}

extension SolutionGraph {
  /// Who depends on whom, in the order of the links.
  ///
  /// The source of a link depends on the destination and on every element that the link passes. Where
  /// a channel parts the two and nobody waits, both sides depend on the channel and not on each other:
  /// out of a channel the link is the delivery, so the receiver depends on the channel. Elements that
  /// a link passes do not depend on what lies behind them.
  ///
  /// - Complexity: O(m) in the legs.
  public func dependencies(in scope: DependencyScope = .any) -> [Dependency] {
    var dependencies: [Dependency] = []
    dependencies.reserveCapacity(legs.count)
    for link in traits.indices where contains(link, scope) {
      forEachDependency(over: link) { dependent, dependency in
        dependencies.append(
          Dependency(dependent: dependent, dependency: dependency, link: link))
      }
    }
    return dependencies
  }

  /// The vertices at the two ends of a link in use; nil for any other link.
  ///
  /// Faster than to look its ids up.
  public func ends(ofLink place: Int) -> (source: Int, destination: Int)? {
    let first = firstLegs[place]
    let end = firstLegs[place + 1]
    return first < end ? (legs[first].source, legs[end - 1].destination) : nil
  }

  /// The legs of a link, in their order.
  public func legs(of link: Int) -> ArraySlice<Leg> { legs[firstLegs[link]..<firstLegs[link + 1]] }

  /// The place among the stops of a link, its source being 0, of the first channel that parts its two
  /// ends; nil when somebody waits all the way.
  func partingStop(of link: Int) -> Int? {
    guard !traits[link].isFunctionallySynchronous else { return nil }
    let legs = legs(of: link)
    guard let first = legs.first else { return nil }
    if isChannel(first.source) { return 0 }
    return legs.firstIndex { isChannel($0.destination) }.map { $0 - legs.startIndex + 1 }
  }

  func isChannel(_ vertex: Int) -> Bool { solution.elements[vertex].kind == .channel }

  /// Whether the element at a vertex is a person.
  public func isPerson(_ vertex: Int) -> Bool { solution.elements[vertex].kind == .person }

  func contains(_ link: Int, _ scope: DependencyScope) -> Bool {
    switch scope {
    case .any: true
    case .hard: traits[link].isHard
    case .synchronous: traits[link].isFunctionallySynchronous
    }
  }

  /// Calls back with the dependent and what it depends on over one link.
  func forEachDependency(over link: Int, _ found: (Int, Int) -> Void) {
    let legs = legs(of: link)
    guard let source = legs.first?.source, let destination = legs.last?.destination else { return }
    let parting = partingStop(of: link) ?? legs.count
    for (place, leg) in legs.enumerated() {
      if place < parting, leg.destination != source { found(source, leg.destination) }
      if place >= parting, leg.source != destination { found(destination, leg.source) }
    }
  }
}
