public import SolutionModel

extension SolutionGraph {
  /// By data entity, the elements that change it, or ask for a change, at another one, by id.
  ///
  /// - Complexity: O(m log m) in what links carry.
  public func dataWriters() -> [DataID: [ElementID]] {
    var writers: [DataID: Set<ElementID>] = [:]
    for link in traits.indices
    where traits[link].isInUse && solution.links[link].operation?.changesState == true {
      for data in solution.links[link].carries {
        writers[data, default: []].insert(solution.links[link].source)
      }
    }
    return writers.mapValues { $0.sorted() }
  }
}
