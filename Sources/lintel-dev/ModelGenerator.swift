/// Makes landscapes of any size with the shape of real ones: systems of about twelve elements, most
/// links inside a system, a few hubs, a third of the links asynchronous, facts for every rule.
struct ModelGenerator {
  let elements: Int
  let links: Int
  let flows: Int
  let views: Int
  let seed: UInt64

  private enum Kind: CaseIterable {
    case app, gateway, store, channel
  }

  private struct Part {
    let id: String
    let system: Int
    let kind: Kind
  }

  private static let groupSize = 12
  private static let words = [
    "Order", "Price", "Stock", "Claim", "Policy", "Invoice", "Parcel", "Ticket", "Account",
    "Tariff",
    "Booking", "Voucher", "Segment", "Address", "Contract", "Route", "Label", "Balance", "Limit",
    "Quote",
  ]

  /// The whole model in Lintel's language.
  var text: String {
    var random = SplitMix(seed: seed &* 0x9E37 &+ UInt64(elements))
    let parts = (0..<elements).map { index in
      Part(
        id: "e\(index)", system: index / Self.groupSize,
        kind: index % Self.groupSize == 1
          ? .gateway : index % 5 == 2 ? .store : index % 7 == 6 ? .channel : .app)
    }
    var lines = ["lintel: 1", "solution: Landscape of \(elements)", "owner: team-0", "teams:"]
    let teams = max(1, elements / Self.groupSize / 3)
    for team in 0..<teams {
      lines.append("  team-\(team): { name: Team \(team), developers: \(3 + team % 6) }")
    }
    lines.append("systems:")
    for system in 0...(elements - 1) / Self.groupSize {
      lines += systemLines(system, parts, team: system % teams, &random)
    }
    let drawn = linkLines(parts, &random)
    lines += ["links:"] + drawn.lines
    if flows > 0 { lines += ["flows:"] + flowLines(drawn.calls) }
    if views > 0 { lines += ["views:"] + viewLines(parts) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func systemLines(_ system: Int, _ parts: [Part], team: Int, _ random: inout SplitMix)
    -> [String]
  {
    let first = system * Self.groupSize
    let members = parts[first..<min(first + Self.groupSize, parts.count)]
    var lines = [
      "  s\(system):", "    name: \(Self.words[system % Self.words.count]) system \(system)",
      "    owner: team-\(team)",
    ]
    for (section, kinds) in [
      ("apps", [Kind.app, .gateway]), ("stores", [.store]), ("channels", [.channel]),
    ] {
      let inSection = members.filter { kinds.contains($0.kind) }
      guard !inSection.isEmpty else { continue }
      lines.append("    \(section):")
      for part in inSection { lines.append("      " + elementLine(part, &random)) }
    }
    return lines
  }

  private func elementLine(_ part: Part, _ random: inout SplitMix) -> String {
    let word = Self.words[random.below(Self.words.count)]
    let share = ["99.5%", "99.9%", "99.95%", "99.99%"][random.below(4)]
    let type: String
    let technology: String
    switch part.kind {
    case .app:
      (type, technology) = (["web", "service", "service", "batch"][random.below(4)], "Kotlin")
    case .gateway: (type, technology) = ("gateway", "Envoy")
    case .store: (type, technology) = ("relational", "PostgreSQL")
    case .channel: (type, technology) = ("topic", "Kafka")
    }
    let more = ["", ", instances: 2", ", criticality: core", ", latency: 40ms"][random.below(4)]
    return "\(part.id): { name: \(word) \(part.id), type: \(type), technology: \(technology), "
      + "availability: \(share)\(more), summary: Keeps what others ask about \(word) \(part.id) }"
  }

  private struct DrawnLinks {
    var lines: [String] = []
    /// For each element the others that it calls.
    var calls: [[Int]]
  }

  private func linkLines(_ parts: [Part], _ random: inout SplitMix) -> DrawnLinks {
    var drawn = DrawnLinks(calls: Array(repeating: [], count: parts.count))
    var seen = Set<Int>()
    let hubs = stride(from: 1, to: parts.count, by: Self.groupSize).map { $0 }
    var number = 0
    // A small model has fewer pairs than links may be asked for.
    for _ in 0..<links * 4 where number < links {
      let source = random.below(parts.count)
      let first = parts[source].system * Self.groupSize
      let inside = random.below(100) < 76
      let target =
        inside
        ? first + random.below(min(Self.groupSize, parts.count - first))
        : random.below(100) < 50 && !hubs.isEmpty
          ? hubs[random.below(hubs.count)] : random.below(parts.count)
      guard source != target, parts[source].kind != .store,
        seen.insert(source * parts.count + target).inserted
      else { continue }
      drawn.lines += linkLines(parts[source], parts[target], &random)
      number += 1
      if parts[source].kind != .channel, parts[target].kind != .channel, source < target {
        drawn.calls[source].append(target)
      }
    }
    return drawn
  }

  private func linkLines(
    _ source: Part, _ target: Part, _ random: inout SplitMix
  ) -> [String] {
    let word = Self.words[random.below(Self.words.count)]
    let isMessage = source.kind == .channel || target.kind == .channel
    let via =
      isMessage
      ? "topic" : target.kind == .store ? "sql" : ["rest", "rest", "grpc", "soap"][random.below(4)]
    var lines = ["  - \(source.id) -> \(target.id): passes \(word) on"]
    lines.append("    via: \(via)")
    if !isMessage, random.below(2) == 0 {
      lines.append("    timeout: \([1, 2, 3, 30][random.below(4)])s")
    }
    if random.below(5) == 0 { lines.append("    peak: \([1, 10, 50, 200][random.below(4)])/s") }
    if !isMessage, random.below(8) == 0 {
      lines.append(
        "    retries: { max: \(1 + random.below(3)), backoff: exponential, jitter: true }")
    }
    return lines
  }

  private func flowLines(_ calls: [[Int]]) -> [String] {
    let starts = calls.indices.filter { !calls[$0].isEmpty }
    guard !starts.isEmpty else { return [] }
    return (0..<flows).flatMap { number -> [String] in
      var at = starts[number * max(1, starts.count / max(1, flows)) % starts.count]
      var steps: [String] = []
      while steps.count < 6, let next = calls[at].first {
        steps.append("e\(at) -> e\(next)")
        at = next
      }
      return [
        "  flow-\(number):", "    name: Flow \(number)",
        "    target: { availability: 99.5%, latency: 2s }",
        "    steps: [\(steps.joined(separator: ", "))]",
      ]
    }
  }

  private func viewLines(_ parts: [Part]) -> [String] {
    (0..<views).flatMap { view -> [String] in
      let first = view * Self.groupSize % max(1, parts.count - Self.groupSize + 1)
      let members = parts[first..<min(first + Self.groupSize, parts.count)].map(\.id)
      return [
        "  view-\(view):", "    title: View \(view)",
        "    include: [\(members.joined(separator: ", "))]",
      ]
    }
  }
}

/// The random numbers of SplitMix64 (Steele, Lea, Flood 2014): the same seed, the same numbers.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, but not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }
}
