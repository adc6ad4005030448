import JSONText
import SolutionModel
import SolutionReading
import SourceText
import Testing

@Suite struct SchemaTests {
  private let schema = JSONSchemaExport.model()

  private func definition(_ name: String) throws -> JSONValue {
    let found = try #require(schema["$defs"]?[name])
    guard case .array(let forms)? = found["anyOf"] else { return found }
    return try #require(forms.last)
  }

  private func keys(_ value: JSONValue?) -> [String] {
    guard case .object(let members)? = value else { return [] }
    return members.map(\.key)
  }

  @Test("every key of a record is in the JSON Schema and in the reference, with what it means")
  func documented() throws {
    let page = SchemaReference.markdown
    let names = keys(schema["$defs"])
    #expect(names.contains("link") && names.contains("system") && names.contains("work-step"))
    for name in names {
      for key in keys(try definition(name)["properties"]) {
        #expect(page.contains("| `\(key)`"), "\(name).\(key)")
        let text = try definition(name)["properties"]?[key]?["description"]
        guard case .string(let summary)? = text else {
          Issue.record("\(name).\(key) has no description")
          continue
        }
        #expect(
          summary.count > 8 && summary.first?.isUppercase == true, "\(name).\(key): \(summary)")
        #expect(!summary.hasSuffix("."), "\(name).\(key)")
      }
    }
  }

  @Test("no record takes a key that it does not know")
  func strict() throws {
    #expect(schema["additionalProperties"] == false)
    for name in keys(schema["$defs"]) {
      #expect(try definition(name)["additionalProperties"] == false, "\(name)")
    }
  }

  @Test("vocabularies are those of the model, and units have patterns")
  func vocabularies() throws {
    let link = try #require(try definition("link")["properties"])
    #expect(link["interaction"]?["enum"] == ["sync", "async", "batch", "ui"])
    #expect(
      link["via"]?["enum"] == .array(IntegrationOption.catalogue.map { .string($0.id.text) }))
    #expect(link["timeout"]?["pattern"] != nil)
    let channel = try #require(try definition("channel")["properties"])
    #expect(channel["type"]?["enum"] == ["queue", "topic", "stream", "bus", "file-drop"])
  }

  @Test("rules and a profile narrow the schema down")
  func narrowed() throws {
    let document = read([
      "m.yaml": "lintel: 1\nsolution: X\nprofile: p.yaml\napps: { a: A }",
      "p.yaml": "fields: { cost: { type: number } }\ntypes: { app: [engine] }",
    ])
    let rule = RuleVocabulary(
      id: "some-rule", family: "some", title: "Some",
      settings: [.init(key: "depth", kind: .integer(1...3), summary: "Depth")])
    let schema = JSONSchemaExport.model(rules: [rule], for: document)
    #expect(keys(schema["$defs"]?["fields"]?["anyOf"]?[1]?["properties"]) == ["cost"])
    let settings = schema["$defs"]?["settings-of-some-rule"]?["anyOf"]?[1]
    #expect(settings?["properties"]?["depth"]?["maximum"] == 3)
  }

  @Test("the reference shows every option, use case and unit")
  func reference() {
    let page = SchemaReference.markdown
    for option in IntegrationOption.catalogue { #expect(page.contains("| `\(option.id)` |")) }
    for useCase in UseCase.allCases { #expect(page.contains("| `\(useCase.rawValue)` |")) }
    #expect(page.contains("1h30min"))
  }

  @Test("the first example of every unit is read")
  func examples() {
    let document = read(
      """
      lintel: 1
      solution: X
      apps: { a: { availability: 99.9%, go-live: 2027-06-30 }, b: B }
      links:
        - a -> b: asks
          growth: 15%
          timeout: 1500ms
          peak: 200/s
          payload: 200 B
          estimate: { low: 3d, typical: 3d, high: 3d }
          window: { start: 01:00, duration: 2h }
      """)
    #expect(document.diagnostics == [])
  }
}

extension JSONValue {
  fileprivate subscript(index: Int) -> JSONValue? {
    guard case .array(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }
}
