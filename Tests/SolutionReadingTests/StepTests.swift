import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct StepTests {
  private func flow(_ steps: String) throws -> Flow {
    let document = read(
      """
      lintel: 1
      solution: X
      apps: { a: A, b: B, c: C }
      links: [a -> b, { b -> c: , id: second }]
      flows: { f: { steps: \(steps) } }
      """)
    #expect(document.diagnostics == [])
    return try #require(document.solution.flows.first)
  }

  @Test("every form of step is read")
  func forms() throws {
    let first = FlowStep.link(LinkID("a->b"))
    let second = FlowStep.link(LinkID("second"))
    let flow = try flow(
      """
      [a -> b, second, b -> c, { at: b, takes: 300ms }, { at: c }, { parallel: [a -> b, second] },
      { optional: a -> b }, { optional: [a -> b, second] }, { repeat: 20, steps: [{ parallel: [second] }] }]
      """)
    #expect(
      flow.steps == [
        first, second, second, .work(at: ElementID("b"), takes: .milliseconds(300)),
        .work(at: ElementID("c"), takes: nil), .parallel([first, second]), .optional([first]),
        .optional([first, second]), .repeated(times: 20, [.parallel([second])]),
      ])
  }

  @Test(
    "what is wrong with a step is marked",
    arguments: [
      MistakeCase(
        "an unknown element", "flows: { f: { steps: [{ at: ⟦c⟧, takes: 3s }] } }",
        "'c' is not a known element"),
      MistakeCase(
        "a time without unit", "flows: { f: { steps: [{ at: a, takes: ⟦300⟧ }] } }",
        "'takes' takes a duration with its unit, and '300' has none", "write 300ms"),
      MistakeCase(
        "an unknown form", "flows: { f: { steps: [{ ⟦loop⟧: 3 }] } }",
        "a step is a link, or a map with one of: at, parallel, optional, repeat",
        "known steps: at, parallel, optional, repeat"),
      MistakeCase(
        "a repetition of nothing", "flows: { f: { steps: [{ ⟦repeat⟧: 3 }] } }",
        "a repetition needs 'steps'"),
      MistakeCase(
        "a further key", "flows: { f: { steps: [{ at: a, ⟦take⟧: 3s }] } }",
        "'take' is not a known key of work inside an element", "did you mean 'takes'?",
        "known keys: at, takes"),
      MistakeCase(
        "a list as a step", "flows: { f: { steps: [⟦[a]⟧] } }",
        "a step is a link or a map, not a list",
        "write it as in shop -> billing, or { at: shop, takes: 300ms }"),
    ])
  func mistakes(_ test: MistakeCase) { test.check() }
}
