public import SolutionModel

/// A place that a data entity comes to, and the way from its master.
public struct DataPlace: Hashable, Sendable {
  /// What the element is to the data.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case master
    /// The model lists it among the copies.
    case copy
    /// The store of an app that has it.
    case store
    /// It gets it by message, poll or run, and so has it from then on.
    case receiver
    /// It asks for it in a call, and may forget it.
    case reader
    /// It holds it for others.
    case channel
  }

  public let data: DataID
  public let element: ElementID
  public let role: Role
  /// The way with the fewest links from a master; only the element where none is known.
  public let path: SolutionPath
  /// The master at which the way starts.
  public let master: ElementID?
}

extension SolutionGraph {
  /// Every place that each data entity with a master comes to, by data, then by element.
  ///
  /// Left out: screens, elements that links only pass, and links whose direction of data nobody knows.
  ///
  /// - Complexity: O(n + h) in the hops of each data entity.
  public func dataPlaces() -> [DataPlace] {
    let streams = dataStreams()
    let accesses = storeAccesses()
    return solution.data.flatMap { object -> [DataPlace] in
      guard !object.masters.isEmpty else { return [] }
      return places(of: object, streams[object.id] ?? [], accesses[object.id] ?? [])
    }
  }

  private struct Arrival {
    let from: Int?
    let link: Int
    let role: DataPlace.Role
  }

  private func places(
    of object: DataObject, _ streams: [DataStream],
    _ accesses: [(source: Int, destination: Int, link: Int)]
  ) -> [DataPlace] {
    var ways: [Int: [(to: Int, link: Int, role: DataPlace.Role)]] = [:]
    for stream in streams {
      let role: DataPlace.Role =
        isChannel(stream.destination)
        ? .channel : stream.caller == stream.destination ? .reader : .receiver
      ways[stream.source, default: []].append((stream.destination, stream.link, role))
    }
    for access in accesses {
      ways[access.source, default: []].append((access.destination, access.link, .store))
      ways[access.destination, default: []].append((access.source, access.link, .reader))
    }
    var arrivals: [Int: Arrival] = [:]
    var order: [Int] = []
    for master in object.masters {
      guard let vertex = solution.index(of: master).map({ placements[$0].host }),
        arrivals[vertex] == nil
      else { continue }
      arrivals[vertex] = Arrival(from: nil, link: -1, role: .master)
      order.append(vertex)
    }
    var head = 0
    while head < order.count {
      let vertex = order[head]
      head += 1
      for way in ways[vertex] ?? [] {
        // Who keeps it by one way keeps it, whatever it reads by another.
        if let known = arrivals[way.to] {
          if known.role == .reader, way.role != .reader {
            arrivals[way.to] = Arrival(from: known.from, link: known.link, role: way.role)
          }
          continue
        }
        arrivals[way.to] = Arrival(from: vertex, link: way.link, role: way.role)
        order.append(way.to)
      }
    }
    let copies = Set(object.copies.compactMap { solution.index(of: $0.element) })
    let hosts = Set(copies.map { placements[$0].host })
    for copy in hosts.sorted() where arrivals[copy] == nil {
      arrivals[copy] = Arrival(from: nil, link: -1, role: .copy)
      order.append(copy)
    }
    return order.sorted().compactMap { vertex in
      arrivals[vertex].map { arrival in
        place(
          object.id, vertex,
          hosts.contains(vertex) && arrival.role != .master ? .copy : arrival.role,
          arrivals)
      }
    }
  }

  private func place(
    _ data: DataID, _ vertex: Int, _ role: DataPlace.Role, _ arrivals: [Int: Arrival]
  ) -> DataPlace {
    var vertices = [vertex]
    var links: [Int] = []
    while let arrival = arrivals[vertices[vertices.count - 1]], let from = arrival.from {
      vertices.append(from)
      links.append(arrival.link)
    }
    let first = vertices[vertices.count - 1]
    return DataPlace(
      data: data, element: elementID(vertex), role: role,
      path: SolutionPath(
        elements: vertices.reversed().map(elementID), links: links.reversed().map(linkID)),
      master: arrivals[first]?.role == .master ? elementID(first) : nil)
  }
}
