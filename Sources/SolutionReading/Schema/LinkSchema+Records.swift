import SolutionModel
import YAMLSyntax

extension ValueKind where Value == Contract {
  private static var schema: RecordSchema<Contract> {
    RecordSchema(
      "contract", "a contract",
      keys: [
        SchemaKey("kind", .word, \.kind, "The notation that describes the interface"),
        SchemaKey("version", .text, \.version, "The version of the interface"),
        SchemaKey("document", .text, \.document, "The path or address of the description"),
      ])
  }

  static var contract: Self { .record(schema, from: Contract()) }
}

/// A batch window while it is read.
private struct WindowDraft: Sendable {
  var start: Int?
  var duration: Duration?
}

extension ValueKind where Value == BatchWindow {
  private static var schema: RecordSchema<WindowDraft> {
    RecordSchema(
      "window", "a window",
      keys: [
        SchemaKey("start", .timeOfDay, \.start, "When it opens").required,
        SchemaKey("duration", .duration(usually: "h"), \.duration, "How long it stays open")
          .required,
      ])
  }

  static var window: Self {
    .record(schema, from: WindowDraft()) { draft, node, reading in
      guard let start = draft.start, let duration = draft.duration else { return nil }
      let window = BatchWindow(start: start, duration: duration)
      if window == nil {
        reading.report("out-of-range", "a window is longer than nothing", at: node.range)
      }
      return window
    }
  }
}

extension ValueKind where Value == Int {
  /// Minutes after midnight.
  static var timeOfDay: Self { Self(.timeOfDay, parse: { DateText.minutes($0) }) }
}

extension ValueKind where Value == Schedule {
  static var schedule: Self { Self(.schedule, parse: { ScheduleText.parse($0) }) }
}

extension ValueKind where Value == LinkID {
  /// A link by its id, or as `a -> b`.
  static var link: Self {
    Self(
      .reference(.link),
      text: { text, node, reading in reading.link(named: text) { node.range(of: $0) } })
  }
}

extension ValueKind where Value == Retries {
  private static var schema: RecordSchema<Retries> {
    RecordSchema(
      "retries", "a description of retries",
      keys: [
        SchemaKey(
          "max", .count(from: 0, to: 1_000), replacing: \.maximum,
          "The most attempts after the first one"
        ).required,
        SchemaKey("backoff", .word, \.backoff, "How the wait between attempts grows"),
        SchemaKey("jitter", .flag, \.jitter, "Whether the waits are spread by chance"),
      ])
  }

  static var retries: Self { .record(schema, from: Retries(maximum: 0)) }
}

/// An effort while it is read.
private struct EffortDraft: Sendable {
  var low: Double?
  var typical: Double?
  var high: Double?
}

extension ValueKind where Value == EffortRange {
  private static var schema: RecordSchema<EffortDraft> {
    RecordSchema(
      "estimate", "an estimate",
      keys: [
        SchemaKey("low", .effort, \.low, "If all goes well").required,
        SchemaKey("typical", .effort, \.typical, "What is most likely").required,
        SchemaKey("high", .effort, \.high, "If much goes wrong").required,
      ])
  }

  static var estimate: Self {
    .record(schema, from: EffortDraft()) { draft, node, reading in
      guard let low = draft.low, let typical = draft.typical, let high = draft.high else {
        return nil
      }
      let range = EffortRange(low: low, typical: typical, high: high)
      if range == nil {
        reading.report(
          "out-of-range", "an estimate has its low, typical and high effort in rising order",
          at: node.range)
      }
      return range
    }
  }
}

extension ValueKind where Value == DeadLetter {
  static var deadLetter: Self {
    let form = ValueForm.either([.word(["none", "platform"]), .reference(.element)])
    return Self(
      form,
      text: { text, node, reading in
        switch text {
        case "none": return DeadLetter.none
        case "platform": return .platform
        default: return reading.elementID(node).map(DeadLetter.channel)
        }
      })
  }
}
