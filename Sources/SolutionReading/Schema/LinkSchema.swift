import SolutionModel
import YAMLSyntax

/// The keys of a link.
enum LinkSchema {
  typealias Key = SchemaKey<Link>

  private static let label = ValueKind<String>.text

  static let schema = RecordSchema<Link>(
    "link", "a link",
    notationKey: Key(
      "a -> b", .text(.plain), "The two ends; the value is the label, and may be left out"
    ) {
      node, link, reading in
      if !node.isNull { link.label = label.read(node, &reading) }
    },
    groups: [
      .init(title: "What", keys: what),
      .init(title: "How", keys: how),
      .init(title: "Time", keys: time),
      .init(title: "Volume", keys: volume),
      .init(title: "Failure", keys: failure),
      .init(title: "Trust", keys: trust),
      .init(title: "Test", keys: test),
      .init(title: "Record", keys: record),
    ])

  /// The ends and the id are read when links are declared, before anything refers to one.
  private static let what: [Key] = [
    Key(
      "from", .reference(.element),
      "The element that starts the interaction, or the channel that delivers"
    ) { _, _, _ in },
    Key("to", .reference(.element), "The element at the other end") { _, _, _ in },
    Key("id", .text(.identifier), "A name, for links that something refers to") { _, _, _ in },
    Key("label", .text, \.label, "What it does, in a few words"),
    Key("description", .markdown, \.record.description, "All there is to know, in Markdown"),
    Key("status", .word, \.status, "How far it is between an idea and its end"),
    Key("use-case", .word, \.useCase, "What the integration is for"),
    Key("carries", .list(of: .data), adding: \.carries, "The data that travels"),
    Key("operation", .word, \.operation, "What the source does with the data of the destination"),
    Key("data-flow", .word, \.dataFlow, "Which way the payload runs, seen from the source")
      .usually("that of the operation, or of the option"),
  ]

  private static let how: [Key] = [
    Key("via", .option, \.via, "The integration option"),
    Key(
      "through", .list(of: .element), adding: \.through,
      "The gateway, broker or bus that it passes, in order"),
    Key("interaction", .word, \.interaction, "Whether and how the source waits").usually(
      "that of the option"),
    Key("trigger", .word, \.trigger, "What sets it off")
      .usually("poll or schedule where these are given, or that of the option"),
    Key("contract", .contract, \.contract, "What the interface is described in"),
    Key("transformation", .word, \.transformation, "How much the data changes on its way"),
  ]

  private static let time: [Key] = [
    Key("latency", .duration, \.timing.latency, "On the wire and in the destination, p95"),
    Key("timeout", .duration, \.timing.timeout, "How long the source waits for an answer"),
    Key("poll", .duration, \.timing.poll, "The time between two polls"),
    Key("schedule", .schedule, \.timing.schedule, "When it runs: in words, or a cron line"),
    Key("window", .window, \.timing.window, "The daily time in which it may run"),
    Key(
      "after", .list(of: .link), adding: \.timing.after,
      "The links whose runs must have ended before this one starts"),
    Key(
      "freshness", .duration(usually: "min"), \.timing.freshness, "How old the data may be at most"),
  ]

  private static let volume: [Key] = [
    Key("peak", .rate, \.volume.peak, "The most uses in the busiest time"),
    Key("average", .rate, \.volume.average, "The usual number of uses"),
    Key("per-run", .count(), \.volume.perRun, "Records in one run of a batch"),
    Key("throughput", .rate, \.volume.throughput, "Records that a run of a batch gets through"),
    Key("payload", .size, \.volume.payload, "The largest message"),
    Key("growth", .growth, \.volume.growth, "How much more it becomes in a year"),
    Key(
      "calls", .count(from: 1, to: 1_000_000), \.volume.calls,
      "Calls in one transaction of the source"
    )
    .usually("1"),
  ]

  private static let failure: [Key] = [
    Key("need", .word, \.failure.need, "Whether the source can do its work without the destination")
      .usually("hard where somebody waits and there is no fallback, else soft"),
    Key(
      "fallback", .word, \.failure.fallback,
      "What the source does while the destination does not answer"),
    Key(
      "fallback-to", .element, \.failure.standIn,
      "The element that the source uses while the destination does not answer"),
    Key(
      "fallback-effectiveness", .availability, \.failure.fallbackEffectiveness,
      "The share of the destination's outages that the fallback covers"
    ).usually("100%"),
    Key("retries", .retries, \.failure.retries, "How often the source tries again"),
    Key(
      "circuit-breaker", .flag, \.failure.circuitBreaker,
      "Whether the source stops asking after failures"),
    Key(
      "idempotent", .flag, \.failure.isIdempotent,
      "Whether receiving the same message twice does no harm"),
    Key("delivery", .word, \.failure.delivery, "How often a message may arrive").usually(
      "that of the option"),
    Key("ordering", .word, \.failure.ordering, "Which messages must stay in order"),
    Key(
      "dead-letter", .deadLetter, \.failure.deadLetter, "Where messages go that nobody can process"),
    Key("retention", .duration(usually: "d"), \.failure.retention, "How long messages are kept"),
    Key(
      "outbox", .word, \.failure.outbox, "How a change and the message about it are kept together"),
    Key("error-owner", .team, \.failure.errorOwner, "The team that looks after failed messages"),
  ]

  private static let trust: [Key] = [
    Key("authentication", .word, \.trust.authentication, "How the source proves who it is"),
    Key("authorization", .word, \.trust.authorization, "In whose name the destination decides"),
    Key("encryption", .word, \.trust.encryption, "What protects the data on its way"),
    Key("credential", .text, \.trust.credential, "The name of the secret, never the secret"),
  ]

  private static let test: [Key] = [
    Key("mock", .flag, \.testing.mock, "Whether a mock stands in for the destination in tests"),
    Key("sandbox", .flag, \.testing.sandbox, "Whether the destination has a place to try things"),
    Key(
      "contract-test", .flag, \.testing.contractTest,
      "Whether a test keeps both sides to the contract"),
    Key(
      "correlation", .flag, \.testing.correlation, "Whether a correlation identifier travels along"),
  ]

  private static let record: [Key] = [
    Key(
      "alternatives", .list(of: .option), adding: \.record.alternatives,
      "Other options that were considered"),
    Key("decision", .text, \.record.decision, "The decision behind it"),
    Key("estimate", .estimate, \.record.estimate, "The effort to build it, in person-days"),
    Key("documents", .list(of: .text), adding: \.record.documents, "Documents about it"),
    Key("tags", .list(of: .text), adding: \.record.tags, "Words to select it by"),
    Key("todo", .text, \.record.todo, "What is still to be found out"),
    Key("formerly", .list(of: .text(.plain)), "Ids that it had before, as in `shop -> billing`") {
      node, link, reading in
      link.record.formerly += reading.formerLinkIDs(in: node)
    },
  ]
}
