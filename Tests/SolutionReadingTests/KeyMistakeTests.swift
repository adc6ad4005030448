import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct KeyMistakeTests {
  @Test("a wrong key or word is marked, and the right one offered", arguments: cases)
  func mistakes(_ test: MistakeCase) { test.check() }

  static let cases = [
    MistakeCase(
      "a misspelt key", "links:\n  - a -> b:\n    via: rest\n    ⟦timout⟧: 3s",
      "'timout' is not a known key of a link", "did you mean 'timeout'?"),
    MistakeCase(
      "an underscore for a hyphen", "data: { d: { ⟦global_id⟧: x } }",
      "'global_id' is not a known key of a data entity", "did you mean 'global-id'?"),
    MistakeCase(
      "a section of a later language", "⟦environments⟧: { production: {} }",
      "'environments' is not a known key of a model",
      """
      known keys: lintel, solution, summary, description, owner, criticality, reviewed, publish, \
      tags, todo, teams, domains, zones, people, systems, apps, stores, channels, data, links, \
      flows, views, review, profile, imports, files, extend
      """),
    MistakeCase(
      "a misspelt section, and nothing said of what is missing with it",
      "⟦peple⟧: { buyer: Buyer }\nlinks: [buyer -> a]",
      "'peple' is not a known key of a model", "did you mean 'people'?"),
    MistakeCase(
      "a section in the wrong place", "stores: { s: { ⟦apps⟧: { x: X } } }\nlinks: [x -> a]",
      "'apps' is not a known key of a data store",
      """
      known keys: name, summary, description, technology, tags, icon, link, type, owner, domain, \
      zone, external, changeable, lifecycle, go-live, end-of-life, criticality, availability, \
      latency, capacity, rto, rpo, service-hours, instances, needs, failover, provider, \
      health-check, monitoring, documents, decisions, todo, fields, formerly
      """),
    MistakeCase(
      "a misspelt word", "links: [{ a -> b: , interaction: ⟦sinc⟧ }]",
      "'sinc' is not one of: sync, async, batch, ui", "did you mean 'sync'?"),
    MistakeCase(
      "a word in capitals", "links: [{ a -> b: , via: ⟦REST⟧ }]",
      "'REST' is not a known value of 'via'", "did you mean 'rest'?"),
    MistakeCase(
      "a type of another kind", "stores: { s: { type: ⟦web⟧ } }",
      "'web' is a type of an app, not of a data store",
      """
      known values: relational, document, key-value, graph, search, cache, file, object, lake, \
      warehouse
      """),
    MistakeCase(
      "an unknown type", "stores: { s: { type: ⟦relatonal⟧ } }",
      "'relatonal' is not a known value of 'type'", "did you mean 'relational'?",
      """
      known values: relational, document, key-value, graph, search, cache, file, object, lake, \
      warehouse
      """),
    MistakeCase(
      "a truth value of YAML 1.1", "systems: { s: { external: ⟦yes⟧ } }",
      "'external' takes true or false, not 'yes'", "write true"),
    MistakeCase(
      "a truth value in quotes", "systems: { s: { external: ⟦\"false\"⟧ } }",
      "'external' takes true or false, not 'false'", "write false without quotes"),
    MistakeCase(
      "text where a list belongs", "systems: { s: { tags: ⟦pci⟧ } }",
      "'tags' takes a list of texts, not 'pci'", "write [pci]"),
    MistakeCase(
      "a list where text belongs", "systems: { s: { summary: ⟦[a, b]⟧ } }",
      "'summary' takes text, not a list"),
    MistakeCase(
      "a key without a value", "systems: { s: { owner⟦⟧: } }",
      "'owner' has no value"),
    MistakeCase(
      "a map of members written as a list", "stores: ⟦[orders]⟧",
      "'stores' takes a map from ids, not a list", "write each member as id: { name: … }"),
    MistakeCase(
      "an id with a space", "stores: { ⟦order book⟧: Orders }",
      "'order book' is not an id: a letter, then letters, digits, hyphens and underscores",
      "write order-book"),
    MistakeCase(
      "a record written as a word", "links: [{ a -> b: , contract: ⟦openapi⟧ }]",
      "a contract is a map, not 'openapi'", "write { kind: openapi }"),
    MistakeCase(
      "a record that lacks what it needs", "links: [{ a -> b: , retries: { ⟦backoff⟧: fixed } }]",
      "a description of retries needs 'max'"),
    MistakeCase(
      "a record with needs written as a word", "links: [{ a -> b: , retries: ⟦3⟧ }]",
      "a description of retries is a map, not '3'", "write { max: 3 }"),
    MistakeCase(
      "a script for an address", "systems: { s: { link: ⟦\"javascript:alert(1)\"⟧ } }",
      """
      'link' takes an https, http or mailto address or a relative path, not 'javascript:alert(1)'
      """),
    MistakeCase(
      "an escape sequence for a terminal", "systems: { s: { ⟦\"\\e[31mname\"⟧: x } }",
      "'·[31mname' is not a known key of a system",
      """
      known keys: name, summary, description, technology, tags, icon, link, type, owner, domain, \
      zone, external, changeable, lifecycle, go-live, end-of-life, criticality, availability, \
      latency, capacity, rto, rpo, service-hours, instances, needs, failover, provider, \
      health-check, monitoring, documents, decisions, todo, fields, formerly, systems, apps, stores, channels
      """),
    MistakeCase(
      "a field without a profile", "systems: { s: { fields: { ⟦cost⟧: 1 } } }",
      "'cost' is not a field that a profile declares",
      "a profile declares fields: profile: profile.yaml"),
    MistakeCase(
      "a word twice in a list", "systems: { s: { tags: [pci, gdpr, ⟦pci⟧] } }",
      "'pci' stands twice in 'tags'"),
    MistakeCase(
      "`reviewed` below the top level", "review: { ⟦reviewed⟧: 2026-01-01 }",
      "'reviewed' is not a known key of the review settings",
      "known keys: profile, style, levels, settings, waivers"),
    MistakeCase(
      "gates, which a later language brings", "review: { ⟦gates⟧: {} }",
      "'gates' is not a known key of the review settings",
      "known keys: profile, style, levels, settings, waivers"),
  ]

  @Test("a model needs a version, a name and an element")
  func needs() {
    #expect(
      read("solution: X\napps: { a: A }").diagnostics.map(\.message) == [
        "a model file says 'lintel: 1' at its top level"
      ])
    #expect(
      read("lintel: 1\napps: { a: A }").diagnostics.map(\.message) == [
        "a model needs 'solution'"
      ])
    #expect(
      read("lintel: 1\nsolution: X").diagnostics.map(\.message) == [
        "a model has at least one element"
      ])
    #expect(
      read("lintel: 2\nsolution: X\napps: { a: A }").diagnostics.map(\.message) == [
        "this Lintel reads version 1 of the language, not '2'"
      ])
    #expect(read("").diagnostics.map(\.message) == ["the file is empty"])
    #expect(read("[1]").diagnostics.map(\.message) == ["a model is a map, not a list"])
  }

  @Test("what is right in a model with mistakes is read")
  func validRest() {
    let solution = read(
      """
      lintel: 1
      solution: X
      apps: { a: { name: A, type: wbe, owner: nobody, instances: 2 } }
      links: [{ a -> a: again, via: nothing, timeout: 3s }]
      """
    ).solution
    #expect(solution.elements.first?.name == "A")
    #expect(solution.elements.first?.instances == 2)
    #expect(solution.elements.first?.type == nil)
    #expect(solution.links.first?.timing.timeout == .seconds(3))
  }
}
