import GraphAlgorithms
import SolutionModel

/// A way that a data object takes over one link.
struct DataStream {
  let source: Int
  let destination: Int
  let link: Int
  /// The element that makes the call, where a program waits; nil where none does.
  let caller: Int?
}

extension SolutionGraph {
  /// By data object, the ways that it takes from one element that keeps it to another, by link.
  func dataStreams() -> [DataID: [DataStream]] {
    knownDataStreams.value { dataStreamsAnew() }
  }

  private func dataStreamsAnew() -> [DataID: [DataStream]] {
    let objects = Dictionary(
      uniqueKeysWithValues: zip(solution.data.map(\.id), solution.data.indices))
    var streams: [DataID: [DataStream]] = [:]
    for link in traits.indices where movesCopies(link) {
      guard let ends = hosts(of: link) else { continue }
      for data in Set(solution.links[link].carries) {
        let found = self.streams(over: link, ends, objects[data].map { solution.data[$0] })
        streams[data, default: []] += found
      }
    }
    return streams.mapValues(withoutOwnWrites)
  }

  /// Whether data may pass from one element's keeping to another's over a link.
  private func movesCopies(_ link: Int) -> Bool {
    guard traits[link].isInUse, traits[link].interaction != .userInterface else { return false }
    let isAccess = traits[link].category == .centralData || solution.links[link].via == nil
    return !isAccess
      || !legs(of: link).contains { leg in
        [leg.source, leg.destination].contains { solution.elements[$0].kind == .store }
      }
  }

  private func hosts(of link: Int) -> (source: Int, destination: Int)? {
    guard let source = legs(of: link).first?.source,
      let destination = legs(of: link).last?.destination,
      !isPerson(source), !isPerson(destination),
      placements[source].host != placements[destination].host
    else { return nil }
    return (placements[source].host, placements[destination].host)
  }

  private func streams(
    over link: Int, _ ends: (source: Int, destination: Int), _ object: DataObject?
  ) -> [DataStream] {
    let isCall = traits[link].isCall
    let push = DataStream(
      source: ends.source, destination: ends.destination, link: link,
      caller: isCall ? ends.source : nil)
    let pull = DataStream(
      source: ends.destination, destination: ends.source, link: link,
      caller: isCall ? ends.source : nil)
    switch traits[link].dataFlow {
    case .push: return isCommand(link, to: ends.destination, about: object) ? [] : [push]
    case .pull: return [pull]
    case .both:
      let isDeclared = solution.links[link].dataFlow == .both
      return isDeclared && keeps(ends.source, object) && keeps(ends.destination, object)
        ? [push, pull] : []
    case .some(.none): return []
    case nil: return isChannel(ends.source) || isChannel(ends.destination) ? [push] : []
    }
  }

  /// Whether a link asks the master to change what only the master decides.
  private func isCommand(_ link: Int, to vertex: Int, about object: DataObject?) -> Bool {
    traits[link].isCall && solution.links[link].operation?.changesState == true
      && object?.masters.contains(elementID(vertex)) == true
  }

  private func keeps(_ vertex: Int, _ object: DataObject?) -> Bool {
    let id = elementID(vertex)
    return object.map { $0.masters.contains(id) || $0.copies.contains { $0.element == id } }
      ?? false
  }

  /// An element that both reads and writes in calls of its own works on the other's data.
  private func withoutOwnWrites(_ streams: [DataStream]) -> [DataStream] {
    let reads = Set(
      streams.filter { $0.caller == $0.destination }.map {
        DirectedGraph.Edge($0.source, $0.destination)
      })
    return streams.filter {
      $0.caller != $0.source || !reads.contains(DirectedGraph.Edge($0.destination, $0.source))
    }
  }
}
