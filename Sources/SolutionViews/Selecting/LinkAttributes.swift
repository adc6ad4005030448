import SolutionModel

/// What predicates can ask of links, by the keys of the language.
///
/// Interaction, trigger, data flow, delivery and need include what follows from the integration
/// option. An end of a link is the element itself and everything around it, so that
/// `from = commerce` holds for links of its apps.
enum LinkAttributes {
  typealias Reading = @Sendable (Link, Solution) -> [AttributeValue]

  /// How to read a key; nil for one that only elements have.
  static func reading(of key: String) -> Reading? { table[key] }

  /// The element and what it lies in.
  private static func end(_ id: ElementID, _ solution: Solution) -> [AttributeValue] {
    guard let element = solution.element(id) else { return [.path(id)] }
    return solution.ancestry(of: element).map { .path($0.id) }
  }

  private static func deadLetter(_ deadLetter: DeadLetter?) -> [AttributeValue] {
    switch deadLetter {
    case .some(.channel(let id)): [.path(id)]
    case .some(.platform): [.word("platform")]
    case .some(.none): [.word("none")]
    case nil: []
    }
  }

  private static func window(_ window: BatchWindow?) -> [AttributeValue] {
    window.map { .duration($0.duration) } ?? []
  }

  private static let table: [String: Reading] =
    what.merging(how) { first, _ in first }.merging(failure) { first, _ in first }
    .merging(rest) { first, _ in first }

  private static let what: [String: Reading] = [
    "id": { link, _ in .word(link.id.text) },
    "from": { link, solution in end(link.source, solution) },
    "to": { link, solution in end(link.destination, solution) },
    "label": { link, _ in .word(link.label) },
    "description": { link, _ in .word(link.record.description) },
    "status": { link, _ in .ranked(link.status) },
    "use-case": { link, _ in .word(link.useCase) },
    "carries": { link, _ in link.carries.map { .word($0.text) } },
    "operation": { link, _ in .word(link.operation) },
    "data-flow": { link, _ in .word(link.effectiveDataFlow.value) },
  ]

  private static let how: [String: Reading] = [
    "via": { link, _ in .word(link.via?.text) },
    "through": { link, solution in link.through.flatMap { end($0, solution) } },
    "interaction": { link, _ in .word(link.effectiveInteraction.value) },
    "trigger": { link, _ in .word(link.effectiveTrigger.value) },
    "contract": { link, _ in .word(link.contract?.kind) },
    "transformation": { link, _ in .ranked(link.transformation) },
    "latency": { link, _ in .duration(link.timing.latency) },
    "timeout": { link, _ in .duration(link.timing.timeout) },
    "poll": { link, _ in .duration(link.timing.poll) },
    "schedule": { link, _ in .word(link.timing.schedule?.text) },
    "window": { link, _ in window(link.timing.window) },
    "after": { link, _ in link.timing.after.map { .word($0.text) } },
    "freshness": { link, _ in .duration(link.timing.freshness) },
    "peak": { link, _ in .rate(link.volume.peak) },
    "average": { link, _ in .rate(link.volume.average) },
    "per-run": { link, _ in .count(link.volume.perRun) },
    "throughput": { link, _ in .rate(link.volume.throughput) },
    "payload": { link, _ in .size(link.volume.payload) },
    "growth": { link, _ in .share(link.volume.growth?.fraction) },
    "calls": { link, _ in .count(link.volume.calls) },
  ]

  private static let failure: [String: Reading] = [
    "need": { link, _ in .word(link.effectiveNeed.value) },
    "fallback": { link, _ in .word(link.failure.fallback) },
    "retries": { link, _ in .count(link.failure.retries?.maximum) },
    "retries.max": { link, _ in .count(link.failure.retries?.maximum) },
    "retries.backoff": { link, _ in .word(link.failure.retries?.backoff) },
    "retries.jitter": { link, _ in .flag(link.failure.retries?.jitter) },
    "circuit-breaker": { link, _ in .flag(link.failure.circuitBreaker) },
    "idempotent": { link, _ in .flag(link.failure.isIdempotent) },
    "delivery": { link, _ in .word(link.effectiveDelivery.value) },
    "ordering": { link, _ in .word(link.failure.ordering) },
    "dead-letter": { link, _ in deadLetter(link.failure.deadLetter) },
    "retention": { link, _ in .duration(link.failure.retention) },
    "outbox": { link, _ in .word(link.failure.outbox) },
    "error-owner": { link, _ in .name(link.failure.errorOwner) },
  ]

  private static let rest: [String: Reading] = [
    "authentication": { link, _ in .word(link.trust.authentication) },
    "authorization": { link, _ in .word(link.trust.authorization) },
    "encryption": { link, _ in .word(link.trust.encryption) },
    "credential": { link, _ in .word(link.trust.credential) },
    "mock": { link, _ in .flag(link.testing.mock) },
    "sandbox": { link, _ in .flag(link.testing.sandbox) },
    "contract-test": { link, _ in .flag(link.testing.contractTest) },
    "correlation": { link, _ in .flag(link.testing.correlation) },
    "alternatives": { link, _ in link.record.alternatives.map { .word($0.text) } },
    "decision": { link, _ in .word(link.record.decision) },
    "documents": { link, _ in .words(link.record.documents) },
    "tag": { link, _ in .words(link.record.tags) },
    "tags": { link, _ in .words(link.record.tags) },
    "todo": { link, _ in .word(link.record.todo) },
    "formerly": { link, _ in .words(link.record.formerly.map(\.text)) },
  ]
}
