extension Solution {
  /// The solution with changes made, one after the other; one of something that it does not have
  /// changes nothing.
  ///
  /// - Complexity: O(changes), and O(flows) for each link that is cut.
  public func applying(_ changes: [SolutionChange]) -> Solution {
    var changed = self
    for change in changes { changed.apply(change) }
    return changed
  }

  private mutating func apply(_ change: SolutionChange) {
    switch change {
    case .addInstance(let id):
      update(id) {
        $0.instances = SolutionChange.oneMore(than: $0.instances)
        $0.failover = .automatic
      }
    case .failOver(let id): update(id) { $0.failover = .automatic }
    case .fallBack(let id, let fallback):
      update(id) {
        $0.failure.fallback = fallback
        // A need that is declared hard would count against it.
        $0.failure.need = nil
      }
    case .makeAsynchronous(let id):
      update(id) {
        $0.via = SolutionChange.asynchronousCall
        $0.interaction = nil
        $0.trigger = nil
        $0.failure.need = nil
      }
    case .cut(let id): cut(id)
    case .setTimeout(let id, let time): update(id) { $0.timing.timeout = time }
    case .setRetries(let id, let count):
      update(id) { link in
        if link.failure.retries == nil { link.failure.retries = Retries(maximum: count) }
        link.failure.retries?.maximum = count
      }
    case .makeIdempotent(let id): update(id) { $0.failure.isIdempotent = true }
    case .keepDeadLetters(let id): update(id) { $0.failure.deadLetter = .platform }
    }
  }

  private mutating func update(_ id: ElementID, _ body: (inout Element) -> Void) {
    if let place = index(of: id) { body(&elements[place]) }
  }

  private mutating func update(_ id: LinkID, _ body: (inout Link) -> Void) {
    if let place = index(of: id) { body(&links[place]) }
  }

  /// A cut link stays for the record, so that no place in the lists moves.
  private mutating func cut(_ id: LinkID) {
    update(id) { $0.status = .retired }
    for flow in flows.indices {
      flows[flow].steps = flows[flow].steps.compactMap { $0.without(id) }
    }
  }
}

extension FlowStep {
  /// The step without a link; nil when nothing is left.
  fileprivate func without(_ id: LinkID) -> FlowStep? {
    func rest(_ steps: [FlowStep]) -> [FlowStep]? {
      let kept = steps.compactMap { $0.without(id) }
      return kept.isEmpty ? nil : kept
    }
    switch self {
    case .link(let link): return link == id ? nil : self
    case .work: return self
    case .parallel(let steps): return rest(steps).map(FlowStep.parallel)
    case .optional(let steps): return rest(steps).map(FlowStep.optional)
    case .repeated(let times, let steps): return rest(steps).map { .repeated(times: times, $0) }
    }
  }
}
