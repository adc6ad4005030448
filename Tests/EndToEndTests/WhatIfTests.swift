import Foundation
import JSONText
import LintelKit
import TestSupport
import Testing

@Suite struct WhatIfTests {
  private let tool = Tool()
  private static let model = """
    lintel: 1
    solution: Shop
    zones:
      east: { name: East, availability: 99.9% }
      west: { name: West }
    systems:
      cloud: { name: Cloud, external: true, availability: 99.95% }
    apps:
      shop: { name: Shop, availability: 99.9%, provider: cloud, criticality: core }
      ordering: { name: Ordering, availability: 99.9%, instances: 2, zone: east, rto: 1h }
      payment: { name: Payment, availability: 99.5%, zone: east }
      spare: { name: Spare payment, availability: 99%, zone: west }
      mail: { name: Mail, availability: 99% }
      report: { name: Report }
    channels:
      events: { name: Events, availability: 99.9% }
    links:
      - { from: shop, to: ordering, via: rest, timeout: 3s, latency: 200ms }
      - { from: ordering, to: payment, via: rest, timeout: 2s, fallback-to: spare }
      - { from: shop, to: mail, via: rest, timeout: 1s, fallback: queue }
      - { from: ordering, to: events, via: topic }
      - { from: events, to: report, via: topic }
    flows:
      order:
        name: A buyer orders
        criticality: core
        target: { availability: 99.9%, latency: 1s, rto: 30min }
        steps: [shop -> ordering, ordering -> payment, shop -> mail, ordering -> events]

    """

  private func run(_ words: String..., format: String = "json") throws -> (
    Int32, JSONValue?, String
  ) {
    try tool.withFolder { folder in
      try folder.write(Self.model, to: "lintel.yaml")
      let run = try tool.run(["what-if", "-f", format] + words, in: folder)
      return (
        run.code, format == "json" ? try? JSONReader().value(run.text) : nil, run.text + run.errors
      )
    }
  }

  private func states(_ word: String) throws -> [String] {
    let value = try run(word).1
    let effects = [value?["flows"], value?["elements"]].compactMap(\.self)
    return effects.flatMap { part in
      part.memberNames.map { name in
        let state: JSONValue? = part[name]?["state"]
        guard case .string(let word) = state else { return name }
        return "\(name) \(word)"
      }
    }.sorted()
  }

  @Test("elements, instances, zones, providers and links fail, alone and together")
  func failures() throws {
    #expect(try states("--fail=mail") == ["mail lost", "order degraded", "shop degraded"])
    #expect(try states("--fail=report") == ["report lost"])
    #expect(
      try states("--fail=payment") == [
        "order degraded", "ordering degraded", "payment lost", "shop degraded",
      ])
    #expect(try states("--fail=payment,zone:west").contains("order lost"))
    #expect(try states("--fail=ordering/1").contains("ordering degraded"))
    #expect(try states("--fail=ordering/2").contains("order lost"))
    #expect(try states("--fail=provider:cloud").contains("shop lost"))
    #expect(try states("--fail=shop->ordering").contains("order lost"))
    #expect(try states("--fail=zone:east").contains("report stale"))
  }

  @Test("the JSON follows its published schema, and every format is written")
  func formats() throws {
    let schema = try JSONReader().value(try tool.run(["schema", "what-if"]).text)
    let value = try #require(try run("--fail", "payment,spare,mail").1)
    #expect(SchemaCheck(schema).faults(of: value) == [])
    let text = try run("--fail", "payment,spare", format: "text").2
    #expect(text.contains("What if payment and spare fail in Shop"))
    #expect(text.contains("shop → ordering → spare"))
    #expect(try run("--fail", "payment", format: "markdown").2.contains("| degraded | order |"))
  }

  @Test("the gate fails when a flow is badly off, and passes without a gate")
  func gate() throws {
    #expect(try run("--fail", "shop").0 == 0)
    #expect(try run("--fail", "shop", "--fail-on", "lost").0 == 1)
    #expect(try run("--fail", "mail", "--fail-on", "lost").0 == 0)
    #expect(try run("--fail", "mail", "--fail-on", "degraded").0 == 1)
  }

  @Test(
    "what cannot fail is named with what would be right",
    arguments: [
      (["--fail", "paymnt"], "did you mean 'payment'?"),
      (["--fail", "zone:eastt"], "did you mean 'zone:east'?"),
      (["--fail", "provider:shop"], "known: cloud"),
      (["--fail", "order"], "is a flow"),
      (["--fail", ","], "'what-if' needs '--fail'"),
      ([], "'what-if' needs '--fail'"),
    ])
  func mistakes(words: [String], expected: String) throws {
    try tool.withFolder { folder in
      try folder.write(Self.model, to: "lintel.yaml")
      let run = try tool.run(["what-if"] + words, in: folder)
      #expect(run.code == 2)
      #expect(run.errors.contains(expected), "\(run.errors)")
    }
  }

  @Test("the figures tell how exact they are, what hurts most, and how flows recover")
  func figures() throws {
    try tool.withFolder { folder in
      try folder.write(Self.model, to: "lintel.yaml")
      let run = try tool.run(
        ["analyze", ".", "availability", "failure", "latency", "-f", "json"], in: folder)
      let figures = try JSONReader().value(run.text)["figures"]
      let order = figures?["availability"]?["result"]?["order"]
      #expect(order?["method"] == "diagram")
      #expect(order?["zones"]?.memberNames == ["east"])
      #expect(order?["alternatives"]?.memberNames.sorted() == ["element:payment", "element:spare"])
      let failure = figures?["failure"]?["result"]
      #expect(failure?["singles"]?.memberNames.contains("zone:east") == true)
      #expect(failure?["recovery"]?["order"]?["inParallelMs"] == .integer(3_600_000))
      #expect(figures?["latency"]?["result"]?["order"]?["worstCase"]?["totalMs"] == .integer(4000))
    }
  }
}
