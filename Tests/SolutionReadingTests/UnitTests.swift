import SolutionModel
import SolutionReading
import Testing

@Suite struct UnitTests {
  private func link(_ keys: String) throws -> Link {
    let document = read(
      "lintel: 1\nsolution: X\napps: { a: A, b: B }\nlinks:\n  - { a -> b: , \(keys) }")
    #expect(document.diagnostics == [])
    return try #require(document.solution.links.first)
  }

  @Test(
    "durations are exact",
    arguments: [
      ("3s", Duration.seconds(3)), ("1500ms", .milliseconds(1500)), ("5min", .seconds(300)),
      ("2h", .seconds(7200)), ("1d", .seconds(86_400)), ("1h30min", .seconds(5400)),
      ("1.5s", .milliseconds(1500)), ("0s", .zero), ("\"0.1s\"", .milliseconds(100)),
    ])
  func durations(text: String, expected: Duration) throws {
    #expect(try link("timeout: \(text)").timing.timeout == expected)
  }

  @Test(
    "rates are taken a second",
    arguments: [("200/s", 200.0), ("60/min", 1), ("7200/h", 2), ("86400/day", 1), ("0.5/s", 0.5)])
  func rates(text: String, expected: Double) throws {
    #expect(try link("peak: \(text)").volume.peak?.perSecond == expected)
  }

  @Test(
    "a KB is 1,024 bytes",
    arguments: [
      ("20 KB", 20_480), ("20KB", 20_480), ("5 MB", 5 << 20), ("1.5 KB", 1536), ("7 B", 7),
    ])
  func sizes(text: String, expected: Int) throws {
    #expect(try link("payload: \(text)").volume.payload?.bytes == expected)
  }

  @Test("a percentage is the nearest number to its share")
  func percentages() throws {
    #expect(try link("growth: 120%").volume.growth == Ratio(fraction: 1.2))
    #expect(try link("growth: 99.9%").volume.growth == Ratio(fraction: 0.999))
  }

  @Test("every key of a link is read")
  func allKeys() throws {
    let link = try link(
      """
      id: x, description: d, status: live, use-case: process, operation: create, data-flow: push,
      via: rest, through: [a], interaction: sync, trigger: user, transformation: light,
      contract: { kind: openapi, version: 2.1, document: api.yaml }, latency: 20ms, timeout: 1s,
      poll: 1min, schedule: daily, window: { start: "01:30", duration: 2h }, freshness: 5min,
      peak: 1/s, average: 1/min, per-run: 10, payload: 1 KB, growth: 1%, calls: 2, need: soft,
      fallback: static, retries: { max: 2, backoff: exponential, jitter: true },
      circuit-breaker: true, idempotent: false, delivery: exactly-once, ordering: per-key,
      dead-letter: b, retention: 7d, outbox: cdc, authentication: mtls, authorization: end-user,
      encryption: tls, credential: shop-key, mock: true, sandbox: false, contract-test: true,
      correlation: true, alternatives: [topic, soap], decision: ADR-1,
      estimate: { low: 1d, typical: 2.5d, high: 5d }, documents: [x.md], tags: [t], todo: ask,
      formerly: [old, a -> gone]
      """)
    #expect(link.id == LinkID("x") && link.hasDeclaredID)
    #expect(link.useCase == .process && link.via == OptionID("rest"))
    #expect(link.contract?.version == "2.1")
    #expect(link.timing.window == BatchWindow(start: 90, duration: .seconds(7200)))
    #expect(link.failure.retries?.backoff == .exponential)
    #expect(link.failure.deadLetter == .channel(ElementID("b")))
    #expect(link.failure.fallback == .fixed)
    #expect(link.record.estimate == EffortRange(low: 1, typical: 2.5, high: 5))
    #expect(link.record.alternatives == [OptionID("topic"), OptionID("soap")])
    #expect(link.record.formerly == [LinkID("old"), LinkID("a->gone")])
    #expect(link.testing.sandbox == false && link.testing.correlation == true)
  }
}
