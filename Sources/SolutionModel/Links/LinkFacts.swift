/// What an interface promises.
public struct Contract: Hashable, Sendable {
  public var kind: ContractKind?
  public var version: String?
  /// A path or an address.
  public var document: String?

  public init(kind: ContractKind? = nil) { self.kind = kind }
}

/// The daily time in which a batch may run.
public struct BatchWindow: Hashable, Sendable {
  /// Minutes after midnight.
  public let start: Int
  public let duration: Duration

  /// Fails outside a day.
  public init?(start: Int, duration: Duration) {
    guard (0..<1440).contains(start), duration > .zero else { return nil }
    self.start = start
    self.duration = duration
  }
}

/// How often the source tries again.
public struct Retries: Hashable, Sendable {
  /// Attempts after the first one.
  public var maximum: Int
  public var backoff: Backoff?
  public var jitter: Bool?

  public init(maximum: Int) { self.maximum = maximum }
}

/// An effort for building a link, in person-days.
public struct EffortRange: Hashable, Sendable {
  public let low: Double
  public let typical: Double
  public let high: Double

  /// Fails unless 0 ≤ low ≤ typical ≤ high.
  public init?(low: Double, typical: Double, high: Double) {
    guard low >= 0, low <= typical, typical <= high, high.isFinite else { return nil }
    self.low = low
    self.typical = typical
    self.high = high
  }
}

/// When and how long.
public struct LinkTiming: Hashable, Sendable {
  /// On the wire and in the destination, p95.
  public var latency: Duration?
  public var timeout: Duration?
  /// The interval of a poll.
  public var poll: Duration?
  public var schedule: Schedule?
  public var window: BatchWindow?
  /// The links whose runs must have ended before this one starts.
  public var after: [LinkID] = []
  /// How old the data may be at most.
  public var freshness: Duration?

  public init() {}
}

/// How much.
public struct LinkVolume: Hashable, Sendable {
  public var peak: Rate?
  public var average: Rate?
  /// Records in one run of a batch.
  public var perRun: Int?
  /// Records that a run gets through.
  public var throughput: Rate?
  /// The largest message.
  public var payload: ByteCount?
  /// A year.
  public var growth: Ratio?
  /// Calls in one transaction of the source; 1 when not declared.
  public var calls: Int?

  public init() {}
}

/// What happens when something goes wrong.
public struct LinkFailure: Hashable, Sendable {
  public var need: Need?
  public var fallback: Fallback?
  /// The element that the source uses while the destination does not answer.
  public var standIn: ElementID?
  /// The share of the destination's outages that the fallback covers; 1 when not declared.
  public var fallbackEffectiveness: Availability?
  public var retries: Retries?
  public var circuitBreaker: Bool?
  public var isIdempotent: Bool?
  public var delivery: Delivery?
  public var ordering: Ordering?
  public var deadLetter: DeadLetter?
  public var retention: Duration?
  public var outbox: Outbox?
  public var errorOwner: TeamID?

  public init() {}
}

/// Who may, and who may listen.
public struct LinkTrust: Hashable, Sendable {
  public var authentication: Authentication?
  public var authorization: Authorization?
  public var encryption: Encryption?
  /// The name of the secret, never the secret.
  public var credential: String?

  public init() {}
}

/// How the link is tested and traced.
public struct LinkTesting: Hashable, Sendable {
  public var mock: Bool?
  public var sandbox: Bool?
  public var contractTest: Bool?
  /// Whether a correlation identifier travels along.
  public var correlation: Bool?

  public init() {}
}

/// What is written down about the link.
public struct LinkRecord: Hashable, Sendable {
  /// Markdown.
  public var description: String?
  public var alternatives: [OptionID] = []
  public var decision: String?
  public var estimate: EffortRange?
  public var documents: [String] = []
  public var tags: [String] = []
  public var todo: String?
  /// Ids that it had before.
  public var formerly: [LinkID] = []

  public init() {}
}
