import FindingReports
import JSONText
import ReviewEngine
import SolutionModel
import SourceText
import Testing

@Suite struct JSONReportTests {
  @Test("the JSON report fits its published schema")
  func fitsSchema() throws {
    let place = SourceLocation(path: "a.yaml", range: .fileStart)
    let report = SampleReport.report(
      names: ["a": SampleReport.hostile, "b": "Beta"], unowned: ["c"], waived: ["b"],
      diagnostics: [
        Diagnostic("odd", .warning, "odd", at: place, notes: [.init("so")], help: ["even"])
      ])
    let value = try JSONReader().value(JSONReport().render(report, on: .file))
    #expect(SchemaCheck(ReportSchema.value).faults(of: value) == [])
  }

  @Test("the check of the schema finds what does not fit")
  func schemaCheckFinds() throws {
    let report = SampleReport.report(names: ["a": "Alpha"])
    let text = JSONReport().render(report, on: .file)
      .replacing("\"warning\"", with: "\"grave\"").replacing("\"tool\"", with: "\"tools\"")
    let faults = SchemaCheck(ReportSchema.value).faults(of: try JSONReader().value(text))
    #expect(faults.contains("$.findings[0].level: not one of the values"))
    #expect(faults.contains("$: lacks tool"))
    #expect(faults.contains("$: has tools"))
  }
}

/// A plain check against the part of JSON Schema that the report's schema uses.
struct SchemaCheck {
  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  func faults(of value: JSONValue) -> [String] { faults(value, root, "$") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if case .string(let reference)? = schema["$ref"] {
      let name = String(reference.dropFirst("#/$defs/".count))
      return faults(value, root["$defs"]?[name] ?? .null, path)
    }
    if case .array(let options)? = schema["anyOf"] {
      let fits = options.contains { faults(value, $0, path).isEmpty }
      return fits ? [] : ["\(path): fits none"]
    }
    if let constant = schema["const"] { return value == constant ? [] : ["\(path): not the value"] }
    if case .array(let values)? = schema["enum"] {
      return values.contains(value) ? [] : ["\(path): not one of the values"]
    }
    var found = typeFaults(value, schema["type"], path)
    if case .object(let members) = value {
      let properties = schema["properties"] ?? .null
      if case .array(let required)? = schema["required"] {
        for case .string(let key) in required where value[key] == nil {
          found.append("\(path): lacks \(key)")
        }
      }
      for member in members {
        if let property = properties[member.key] {
          found += faults(member.value, property, "\(path).\(member.key)")
        } else {
          found.append("\(path): has \(member.key)")
        }
      }
    }
    if case .array(let items) = value, let item = schema["items"] {
      for (index, element) in items.enumerated() {
        found += faults(element, item, "\(path)[\(index)]")
      }
    }
    if case .integer(let number) = value, case .integer(let least)? = schema["minimum"],
      number < least
    {
      found.append("\(path): less than \(least)")
    }
    return found
  }

  private func typeFaults(_ value: JSONValue, _ type: JSONValue?, _ path: String) -> [String] {
    let names: [String]
    switch type {
    case .string(let name)?: names = [name]
    case .array(let list)?:
      names = list.compactMap { if case .string(let name) = $0 { name } else { nil } }
    default: return []
    }
    let own =
      switch value {
      case .null: "null"
      case .bool: "boolean"
      case .integer: "integer"
      case .number: "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    return names.contains(own) ? [] : ["\(path): a \(own)"]
  }
}
