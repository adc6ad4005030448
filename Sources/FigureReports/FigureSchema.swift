public import JSONText
import SolutionModel

/// The JSON Schema (2020-12) of the figures as JSON.
public enum FigureSchema {
  /// Grows by its second number when something is added, by its first when something goes.
  public static let version = "1.0"

  public static let value: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Lintel figures",
    "description":
      "What the analyses answer, and the graph that they were asked about: vertices are the elements, edges the legs of the links in use.",
    "type": "object",
    "required": .strings(document.memberNames),
    "additionalProperties": false,
    "properties": document,
  ]

  private static let document: JSONValue = [
    "schemaVersion": ["const": .string(version)],
    "tool": SchemaForm.object(["name": ["const": "lintel"], "version": SchemaForm.text]),
    "solution": SchemaForm.text,
    "elements": SchemaForm.described(
      SchemaForm.map(to: element), "By id; what is inherited stands here, too."),
    "links": SchemaForm.described(SchemaForm.map(to: link), "By id, also those not in use."),
    "legs": SchemaForm.described(
      SchemaForm.list(of: leg),
      "The hops of the links in use, from the side that starts the interaction."),
    "dependencies": SchemaForm.described(
      SchemaForm.list(of: dependency), "Who needs whom: channels part the two sides of a link."),
    "flows": SchemaForm.map(to: flow),
    "figures": [
      "type": "object", "additionalProperties": false,
      "description": "A member for each section that was asked for.",
      "properties": .object(
        SectionCatalog.sections.map { section in
          (
            section.name,
            SchemaForm.described(
              SchemaForm.object([
                "assumptions": SchemaForm.list(of: SchemaForm.text), "result": section.schema,
              ]), section.title + ": " + section.summary + ".")
          )
        }),
    ],
  ]

  private static let element = SchemaForm.object([
    "name": SchemaForm.text,
    "kind": SchemaForm.words(ElementKind.allCases.map(\.rawValue)),
    "parent": SchemaForm.optionalText,
    "system": SchemaForm.described(SchemaForm.optionalText, "The innermost one around it."),
    "host": SchemaForm.described(SchemaForm.text, "Of a module its app, else itself."),
    "owner": SchemaForm.optionalText,
    "domain": SchemaForm.optionalText,
    "zone": SchemaForm.optionalText,
    "external": SchemaForm.flag,
    "criticality": SchemaForm.optionalText,
    "availability": SchemaForm.described(SchemaForm.optionalShare, "Of one instance."),
    "instances": ["type": ["integer", "null"]],
    "needs": [
      "type": ["integer", "null"], "description": "How many of the instances must be up.",
    ],
  ])

  private static let link = SchemaForm.object([
    "from": SchemaForm.text,
    "to": SchemaForm.text,
    "through": SchemaForm.list(of: SchemaForm.text),
    "option": SchemaForm.optionalText,
    "interaction": SchemaForm.optionalText,
    "inUse": SchemaForm.flag,
    "hard": SchemaForm.described(
      SchemaForm.flag, "Whether the source cannot do its work without the destination."),
    "synchronous": SchemaForm.described(SchemaForm.flag, "Whether somebody waits for the answer."),
    "structural": SchemaForm.described(
      SchemaForm.flag, "False for screens and for signing on, which tie no design to another."),
    "carries": SchemaForm.list(of: SchemaForm.text),
  ])

  private static let leg = SchemaForm.object([
    "from": SchemaForm.text, "to": SchemaForm.text, "link": SchemaForm.text,
    "hard": SchemaForm.flag, "synchronous": SchemaForm.flag,
  ])

  private static let dependency = SchemaForm.object([
    "dependent": SchemaForm.text, "dependency": SchemaForm.text, "link": SchemaForm.text,
    "hard": SchemaForm.flag, "synchronous": SchemaForm.flag, "structural": SchemaForm.flag,
  ])

  private static let flow = SchemaForm.object([
    "name": SchemaForm.text, "owner": SchemaForm.optionalText,
    "criticality": SchemaForm.optionalText,
    "links": SchemaForm.described(
      SchemaForm.list(of: SchemaForm.text), "In the order of the steps."),
    "work": SchemaForm.list(of: SchemaForm.text),
    "availabilityTarget": SchemaForm.optionalShare,
    "latencyTargetMs": SchemaForm.optionalNumber,
  ])
}
