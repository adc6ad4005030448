import SolutionModel

/// The zones that elements fail with: those that say how available they are themselves.
struct ZoneFates: Sendable {
  /// By vertex, the places of such zones around it, the innermost first; empty without any.
  private var zones: [[Int]] = []

  init() {}

  /// - Complexity: O(n + z · depth) for z zones.
  init(of graph: SolutionGraph) {
    let solution = graph.solution
    guard solution.zones.contains(where: { $0.availability != nil }) else { return }
    let around = solution.zones.map { zone in
      solution.zonesAround(zone.id).filter { solution.zones[$0].availability != nil }
    }
    let places = Dictionary(uniqueKeysWithValues: zip(solution.zones.map(\.id), around))
    zones = graph.placements.map { $0.zone.flatMap { places[$0] } ?? [] }
  }

  var isEmpty: Bool { zones.isEmpty }

  func zones(around vertex: Int) -> [Int] { zones.isEmpty ? [] : zones[vertex] }
}

extension Solution {
  /// The places in `zones` of a zone and of those around it, the innermost first.
  func zonesAround(_ id: ZoneID) -> [Int] {
    var found: [Int] = []
    var next: ZoneID? = id
    while let id = next, let place = zones.firstPlace(of: id), !found.contains(place) {
      found.append(place)
      next = zones[place].parent
    }
    return found
  }
}

extension [Zone] {
  /// By halving; zones are sorted by id.
  fileprivate func firstPlace(of id: ZoneID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].id == id ? low : nil
  }
}
