public import SolutionModel

extension SolutionGraph {
  /// A data object that no link in use carries.
  public struct UnusedData: Hashable, Sendable {
    public let data: DataID
    /// Whether an element keeps it, as master or copy.
    public let isKept: Bool
  }
}

extension SolutionGraph {
  /// The elements that no link in use touches, and no step of a flow and no dead letter, by id.
  ///
  /// What lies around a connected element is connected; modules are not looked at.
  ///
  /// - Complexity: O(n + m).
  public func unconnectedElements() -> [ElementID] {
    var isConnected = [Bool](repeating: false, count: solution.elements.count)
    func connect(_ vertex: Int?) {
      var next = vertex
      while let inner = next, !isConnected[inner] {
        isConnected[inner] = true
        next = placements[inner].parent
      }
    }
    for leg in legs {
      connect(leg.source)
      connect(leg.destination)
    }
    for link in traits.indices where traits[link].isInUse {
      if case .channel(let channel) = solution.links[link].failure.deadLetter {
        connect(solution.index(of: channel))
      }
    }
    for flow in solution.flows {
      for place in flow.workplaces { connect(solution.index(of: place.element)) }
    }
    return solution.elements.indices.filter { vertex in
      !isConnected[vertex] && solution.elements[vertex].kind != .module
    }.map(elementID)
  }

  /// The data objects that no link in use carries, by id.
  ///
  /// - Complexity: O(n + m).
  public func unusedData() -> [UnusedData] {
    var carried: Set<DataID> = []
    for link in traits.indices where traits[link].isInUse {
      carried.formUnion(solution.links[link].carries)
    }
    return solution.data.lazy.filter { !carried.contains($0.id) }.map {
      UnusedData(data: $0.id, isKept: !$0.masters.isEmpty || !$0.copies.isEmpty)
    }
  }
}
