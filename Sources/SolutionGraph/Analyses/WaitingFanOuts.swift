import SolutionModel

extension SolutionGraph {
  /// By the vertex of an app or system, the programs of other systems that it waits on, ascending;
  /// modules stand for their apps.
  ///
  /// Stores, channels, screens and sign-on are left out, and so is what a link only passes.
  ///
  /// - Complexity: O(n + m log m), the first time.
  public func waitingFanOuts() -> [Int: [Int]] {
    knownWaitingFanOuts.value { waitingFanOutsAnew() }
  }

  private func waitingFanOutsAnew() -> [Int: [Int]] {
    var callees: [Int: Set<Int>] = [:]
    for link in traits.indices where isSoftwareCall(link) && traits[link].isStructural {
      guard let source = legs(of: link).first?.source,
        let destination = legs(of: link).last?.destination, isProgram(source),
        isProgram(destination), leavesSystem(from: source, to: destination)
      else { continue }
      callees[placements[source].host, default: []].insert(placements[destination].host)
    }
    return callees.mapValues { $0.sorted() }
  }

  /// Whether an element runs: an app, a module or a system.
  func isProgram(_ vertex: Int) -> Bool {
    switch solution.elements[vertex].kind {
    case .application, .module, .system: true
    case .person, .store, .channel: false
    }
  }

  /// Whether two elements are of different apps, and not of one system.
  func leavesSystem(from source: Int, to destination: Int) -> Bool {
    guard placements[source].host != placements[destination].host else { return false }
    guard let system = placements[source].system else { return true }
    return system != placements[destination].system
  }
}
