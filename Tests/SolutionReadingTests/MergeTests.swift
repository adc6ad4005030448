import SolutionModel
import SolutionReading
import SourceText
import TestSupport
import Testing

@Suite struct MergeTests {
  @Test("what two files say of one id is joined where the keys differ")
  func joins() {
    let document = read([
      "a.yaml":
        "lintel: 1\nsolution: X\nteams: { t: T }\nsystems: { s: { name: S, apps: { a: A } } }",
      "b.yaml":
        "lintel: 1\nsystems: { s: { owner: t, apps: { b: B } } }\nteams: { t: { developers: 3 } }",
    ])
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["s", "s.a", "s.b"])
    #expect(document.solution.elements.first?.owner == TeamID("t"))
    #expect(document.solution.teams.first?.name == "T")
    #expect(document.solution.teams.first?.developers == 3)
  }

  @Test(
    "where the keys overlap, both places are shown",
    arguments: [
      (
        "systems: { s: { ⟦owner⟧: t } }", "systems: { s: { ⟦owner⟧: t } }",
        "'owner' of a system is given twice"
      ),
      ("summary: A", "⟦summary⟧: B", "'summary' of a model is given twice"),
      (
        "stores: { s: ⟦A⟧ }", "stores: { s: { ⟦name⟧: B } }",
        "'name' of a data store is given twice"
      ),
      ("stores: { s: A }", "systems: { ⟦s⟧: B }", "'s' is declared twice"),
      (
        "review: { levels: { x: off } }", "review: { levels: { ⟦x⟧: note } }",
        "two files speak of the rule 'x' under 'levels'"
      ),
      (
        "flows: { f: { target: { latency: 1s } } }", "flows: { f: { ⟦target⟧: { latency: 2s } } }",
        "'target' of a flow is given twice"
      ),
      (
        "links: [{ app -> app: , id: x }]", "links: [{ app -> app: again, id: ⟦x⟧ }]",
        "two links have the id 'x'"
      ),
    ])
  func conflicts(first: String, second: String, message: String) throws {
    let marked = MarkedText("lintel: 1\n" + second)
    let document = read([
      "a.yaml": "lintel: 1\nsolution: X\nteams: { t: T }\napps: { app: App }\n"
        + MarkedText(first).text,
      "b.yaml": marked.text,
    ])
    #expect(document.diagnostics.map(\.message) == [message])
    let mistake = try #require(document.diagnostics.first)
    #expect(mistake.location == SourceLocation(path: "b.yaml", range: marked.ranges[0]))
    if !message.hasPrefix("two files") {
      #expect(mistake.notes.first?.location?.path == "a.yaml")
    }
  }

  @Test("`extend` adds lists, facts and parts, in any order")
  func extends() {
    let document = read([
      "a.yaml": """
      lintel: 1
      solution: X
      extend:
        deep: { tags: [new] }
        s: { tags: [pci], summary: Sums, apps: { deep: { modules: { m: M } } } }
      """,
      "b.yaml": "lintel: 1\nsystems: { s: { tags: [own] } }",
    ])
    #expect(document.diagnostics == [])
    #expect(document.solution.elements.map(\.id.text) == ["s", "s.deep", "s.deep.m"])
    #expect(document.solution.elements[0].tags == ["own", "pci"])
    #expect(document.solution.elements[0].summary == "Sums")
    #expect(document.solution.elements[1].tags == ["new"])
  }

  @Test(
    "what is wrong with an extension is marked",
    arguments: [
      MistakeCase(
        "nothing to extend", "extend: { ⟦c⟧: { tags: [x] } }", "'c' is not a known element"),
      MistakeCase(
        "a fact that is there",
        "stores: { s: { owner: t } }\nextend: { s: { ⟦owner⟧: t } }\nteams: { t: T }",
        "'owner' of a data store is given twice", "keep one of the two"),
      MistakeCase(
        "a part that the kind has not", "extend: { a: { ⟦stores⟧: { s: S } } }",
        "'stores' is not a known key of an app",
        """
        known keys: name, summary, description, technology, tags, icon, link, type, owner, domain, \
        zone, external, changeable, lifecycle, go-live, end-of-life, criticality, availability, \
        latency, capacity, rto, rpo, service-hours, instances, needs, failover, provider, \
        health-check, monitoring, documents, decisions, todo, fields, formerly, modules
        """),
    ])
  func wrongExtensions(_ test: MistakeCase) { test.check() }

  @Test("zones nest, and an id of a zone is one for the model")
  func zones() {
    let document = read([
      "a.yaml":
        "lintel: 1\nsolution: X\napps: { a: { zone: web } }\nzones: { dmz: { trust: dmz, zones: { web: Web } } }",
      "b.yaml": "lintel: 1\nzones: { dmz: { zones: { api: { trust: internal } } } }",
    ])
    #expect(document.diagnostics == [])
    #expect(document.solution.zones.map(\.id.text) == ["api", "dmz", "web"])
    #expect(document.solution.zones.map { $0.parent?.text } == ["dmz", nil, "dmz"])
    let twice = read(
      "lintel: 1\nsolution: X\napps: { a: A }\nzones: { x: { zones: { z: Z } }, y: { zones: { z: Z } } }"
    )
    #expect(twice.diagnostics.map(\.message) == ["'z' is declared twice"])
  }

  @Test("a profile adds fields and types, and sets levels under those of the model")
  func profile() throws {
    let profile = """
      name: House rules
      fields:
        cost: { type: number }
        class: { type: enum, values: [a, b], required-for: [app] }
        since: { type: date }
        wiki: { type: url }
      types: { app: [engine] }
      levels: { x: off, "coupling/*": note }
      settings: { x: { depth: 3, wide: true } }
      """
    let document = read([
      "m.yaml": """
      lintel: 1
      solution: X
      profile: profile.yaml
      apps: { a: { type: engine, fields: { cost: 2.5, class: a, since: 2020-01-01, wiki: w/a } } }
      review: { levels: { x: error }, settings: { x: { depth: 4 } } }
      """,
      "profile.yaml": profile,
    ])
    #expect(document.diagnostics == [])
    let app = try #require(document.solution.elements.first)
    #expect(app.type?.rawValue == "engine")
    #expect(
      app.fields == [
        "cost": .number(2.5), "class": .word("a"), "wiki": .link("w/a"),
        "since": CalendarDate("2020-01-01").map(FieldValue.date) ?? .text(""),
      ])
    #expect(document.solution.review.levels.map(\.rule) == ["coupling/*", "x", "x"])
    #expect(document.solution.review.settings["x"] == ["depth": .integer(4), "wide": .flag(true)])
    let wrong = read([
      "m.yaml": """
      lintel: 1
      solution: X
      profile: profile.yaml
      apps: { a: { fields: { cost: much, since: 2020, clas: a } } }
      """,
      "profile.yaml": profile,
    ])
    #expect(
      wrong.diagnostics.map(\.message) == [
        "'a' needs 'class' under 'fields'", "'cost' takes a number, not 'much'",
        "'since' takes a date, not '2020'", "'clas' is not a field that a profile declares",
      ])
  }
}
