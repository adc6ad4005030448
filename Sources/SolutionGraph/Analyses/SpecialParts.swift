import SolutionModel

extension SolutionGraph {
  /// By vertex, whether the element is a device, or lies in a fleet of them or in a zone of devices.
  ///
  /// Gateways, channels and stores in such a zone serve devices, and are none.
  ///
  /// - Complexity: O(n), the first time.
  public func devices() -> [Bool] {
    knownDevices.value { devicesAnew() }
  }

  private func devicesAnew() -> [Bool] {
    let isFleet = marks(of: .deviceFleet)
    return solution.elements.indices.map { vertex in
      if isFleet[vertex] { return true }
      guard let zone = placements[vertex].zone.flatMap(solution.zone), zone.trust == .device
      else { return false }
      switch solution.elements[vertex].kind {
      case .person, .channel, .store: return false
      case .system, .application, .module: return solution.elements[vertex].type != .gateway
      }
    }
  }

  /// By vertex, whether the element answers by a learned model: its type, or that of what is around
  /// it, is `ai`, or it is called by `ai-api`.
  ///
  /// - Complexity: O(n + m), the first time.
  public func learnedModels() -> [Bool] {
    knownLearnedModels.value { learnedModelsAnew() }
  }

  private func learnedModelsAnew() -> [Bool] {
    var isLearned = marks(of: .ai)
    for leg in legs where solution.links[leg.link].via?.text == "ai-api" {
      if leg.destination == legs(of: leg.link).last?.destination {
        isLearned[leg.destination] = true
      }
    }
    return isLearned
  }

  /// By vertex, whether the element itself or something around it is of a type.
  ///
  /// - Complexity: O(n) and the depth of the nesting.
  private func marks(of type: ElementType) -> [Bool] {
    solution.elements.indices.map { vertex in
      var next: Int? = vertex
      while let inner = next {
        if solution.elements[inner].type == type { return true }
        next = placements[inner].parent
      }
      return false
    }
  }

  /// Whether the element is one that the teams of the solution run today: no person, not external,
  /// neither planned nor retired, and not a part of an app.
  public func isRun(_ vertex: Int) -> Bool {
    switch solution.elements[vertex].kind {
    case .person, .module: return false
    case .system, .application, .store, .channel: break
    }
    guard !placements[vertex].isExternal else { return false }
    switch placements[vertex].lifecycle {
    case .planned, .retired: return false
    case .active, .sunset, .frozen, nil: return true
    }
  }
}
