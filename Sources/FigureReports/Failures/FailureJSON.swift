public import JSONText
import SolutionGraph
import SolutionModel

/// What failures do, for programs.
enum FailureJSON {
  static func value(of report: FailureReport) -> JSONValue {
    let outcome = report.outcome
    return [
      "schemaVersion": .string(FailureSchema.version),
      "tool": ["name": "lintel", "version": .string(report.toolVersion)],
      "solution": .string(report.solutionName),
      "failures": .array(outcome.failures.map(failure)),
      "lostFlowShare": .figure(outcome.lostFlowShare),
      "lostElementShare": .figure(outcome.lostElementShare),
      "flows": .object(outcome.flows.lazy.map { ($0.subject.name, effect($0)) }),
      "elements": .object(outcome.elements.lazy.map { ($0.subject.name, effect($0)) }),
      "assumptions": .strings(FailureReport.assumptions),
    ]
  }

  private static func failure(_ failure: Failure) -> JSONValue {
    let count: JSONValue =
      switch failure {
      case .instances(_, let count): .integer(count)
      case .element, .zone, .link: .null
      }
    return [
      "kind": .string(failure.subject.kind), "id": .string(failure.subject.name),
      "instances": count,
    ]
  }

  private static func effect(_ effect: FailureEffect) -> JSONValue {
    [
      "state": .string(effect.state.rawValue),
      "reason": .string(FailureWords.reason(effect.reason)),
      "criticality": JSONValue(effect.criticality?.rawValue),
      "path": .array(
        effect.path.map { ["element": .string($0.element.text), "link": JSONValue($0.link?.text)] }),
    ]
  }
}

/// The JSON Schema (2020-12) of what failures do as JSON.
public enum FailureSchema {
  /// Grows by its second number when something is added, by its first when something goes.
  public static let version = "1.0"

  public static let value: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Lintel what-if",
    "description": "What becomes of flows and elements while something is down.",
    "type": "object",
    "required": .strings(document.memberNames),
    "additionalProperties": false,
    "properties": document,
  ]

  private static let document: JSONValue = [
    "schemaVersion": ["const": .string(version)],
    "tool": SchemaForm.object(["name": ["const": "lintel"], "version": SchemaForm.text]),
    "solution": SchemaForm.text,
    "failures": SchemaForm.list(
      of: SchemaForm.object([
        "kind": SchemaForm.words(["element", "zone", "link"]), "id": SchemaForm.text,
        "instances": SchemaForm.described(
          ["type": ["integer", "null"]], "How many of its instances; null means all."),
      ])),
    "lostFlowShare": SchemaForm.described(
      SchemaForm.optionalShare, "The lost weight of all flows; null without flows."),
    "lostElementShare": SchemaForm.share,
    "flows": SchemaForm.described(
      SchemaForm.map(to: effect), "By id; those that run as before are left out."),
    "elements": SchemaForm.described(
      SchemaForm.map(to: effect), "By id; those that work as before are left out."),
    "assumptions": SchemaForm.list(of: SchemaForm.text),
  ]

  private static let effect = SchemaForm.object([
    "state": SchemaForm.words(FailureState.allCases.map(\.rawValue)),
    "reason": SchemaForm.text,
    "criticality": SchemaForm.optionalText,
    "path": SchemaForm.described(
      SchemaForm.list(
        of: SchemaForm.object(["element": SchemaForm.text, "link": SchemaForm.optionalText])),
      "From the element, or from a step of the flow, to what fails; a link leads to the next element, or fails itself."
    ),
  ])
}
