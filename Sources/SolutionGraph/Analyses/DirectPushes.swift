public import SolutionModel

/// One element hands data to another without a channel between them.
public struct DirectPush: Hashable, Sendable {
  /// The vertices of apps and systems; a module stands for its app.
  public let source: Int
  public let destination: Int
  /// The place of the link.
  public let link: Int
}

extension SolutionGraph {
  /// By data object, who pushes it to whom, by link.
  ///
  /// Left out are people, stores and channels as ends, links that pass a channel, changes that are
  /// captured or subscribed to (`cdc`, `webhook`), and links that do not say which way data runs.
  ///
  /// - Complexity: O(n + m log m) in links and what they carry, the first time.
  public func directPushes() -> [DataID: [DirectPush]] {
    knownDirectPushes.value { directPushesAnew() }
  }

  private func directPushesAnew() -> [DataID: [DirectPush]] {
    var pushes: [DataID: [DirectPush]] = [:]
    for link in traits.indices where pushesDirectly(link) {
      guard let source = legs(of: link).first?.source,
        let destination = legs(of: link).last?.destination
      else { continue }
      let push = DirectPush(
        source: placements[source].host, destination: placements[destination].host, link: link)
      guard push.source != push.destination else { continue }
      for data in Set(solution.links[link].carries) { pushes[data, default: []].append(push) }
    }
    return pushes
  }

  private func pushesDirectly(_ link: Int) -> Bool {
    guard traits[link].isInUse, traits[link].interaction != .userInterface,
      traits[link].dataFlow == .push || traits[link].dataFlow == .both
    else { return false }
    switch solution.links[link].via?.text {
    case "webhook", "cdc": return false
    default: break
    }
    return legs(of: link).allSatisfy { leg in
      [leg.source, leg.destination].allSatisfy { vertex in
        switch solution.elements[vertex].kind {
        case .person, .store, .channel: false
        case .system, .application, .module: true
        }
      }
    }
  }
}
