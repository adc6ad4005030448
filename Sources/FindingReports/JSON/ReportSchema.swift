public import JSONText
import ReviewEngine
import SolutionModel

/// The JSON Schema (2020-12) of the JSON report.
public enum ReportSchema {
  /// Grows by its second number when something is added, by its first when something goes.
  public static let version = "1.0"

  public static let value: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Lintel report",
    "description": "What a review found, with everything that the other formats show.",
    "type": "object",
    "required": .array(members(of: report).map { .string($0) }),
    "additionalProperties": false,
    "properties": report,
    "$defs": ["location": location, "text": ["type": "string"]],
  ]

  private static let count: JSONValue = ["type": "integer", "minimum": 0]
  private static let text: JSONValue = ["type": "string"]
  private static let optionalText: JSONValue = ["type": ["string", "null"]]
  private static let place: JSONValue = [
    "anyOf": [["$ref": "#/$defs/location"], ["type": "null"]]
  ]
  private static let level = words(Level.allCases.map(\.rawValue))

  private static func words(_ words: [String]) -> JSONValue {
    ["enum": .array(words.map { .string($0) })]
  }

  private static func members(of properties: JSONValue) -> [String] {
    guard case .object(let members) = properties else { return [] }
    return members.map(\.key)
  }

  /// An object that always has every member.
  private static func object(_ properties: JSONValue) -> JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "required": .array(members(of: properties).map { .string($0) }), "properties": properties,
    ]
  }

  private static func list(of item: JSONValue) -> JSONValue {
    ["type": "array", "items": item]
  }

  private static let location = object([
    "path": ["type": "string", "description": "Relative, with forward slashes."],
    "startLine": ["type": "integer", "minimum": 1],
    "startColumn": [
      "type": "integer", "minimum": 1, "description": "In Unicode scalars, from 1.",
    ],
    "endLine": ["type": "integer", "minimum": 1],
    "endColumn": ["type": "integer", "minimum": 1, "description": "Behind the last character."],
  ])

  private static let report: JSONValue = [
    "schemaVersion": ["const": .string(version)],
    "tool": object(["name": ["const": "lintel"], "version": text]),
    "solution": object([
      "name": text, "elements": count, "links": count, "flows": count, "data": count,
    ]),
    "policy": object([
      "profile": words(ReviewProfile.allCases.map(\.rawValue)),
      "style": words(ReviewStyle.allCases.map(\.rawValue)),
      "failOn": ["enum": ["note", "warning", "error", .null]],
      "select": list(of: text),
      "ignore": list(of: text),
      "waivers": list(
        of: object([
          "rule": text, "reason": text, "approvedBy": text,
          "until": ["type": "string", "format": "date"], "ticket": optionalText,
        ])),
    ]),
    "gate": object(["passed": ["type": "boolean"], "condition": text]),
    "summary": object([
      "error": count, "warning": count, "note": count, "waived": count,
      "headlines": count, "folded": count, "curesTried": count, "curesUntried": count,
      "diagnosticErrors": count,
      "factsKnown": count, "factsAsked": count,
    ]),
    "diagnostics": list(
      of: object([
        "id": text, "severity": words(["error", "warning"]), "message": text, "location": place,
        "notes": list(of: object(["message": text, "location": place])), "help": list(of: text),
      ])),
    "findings": list(of: finding),
    "rules": list(
      of: object([
        "id": text, "title": text, "family": text, "level": level,
        "outcome": words(RuleOutcome.allCases.map(\.rawValue)), "passed": count,
        "findings": count, "unknown": count, "error": optionalText,
      ])),
    "completeness": list(
      of: object(["attribute": text, "known": count, "missing": list(of: text)])),
  ]

  private static let finding = object([
    "fingerprint": [
      "type": "string", "pattern": "^[0-9a-f]{32}$",
      "description": "The same after edits, reordering and file moves.",
    ],
    "rule": text,
    "family": words(RuleFamily.allCases.map(\.rawValue)),
    "level": level,
    "levelBasis": object([
      "source": words(LevelBasis.Source.allCases.map(\.rawValue)),
      "base": level,
      "reasons": [
        "type": "array", "items": text,
        "description": "What moved it from base; empty where nothing did.",
      ],
    ]),
    "state": words(["open", "waived"]),
    "waiver": ["type": ["integer", "null"], "description": "The place in policy.waivers."],
    "message": text,
    "subject": text,
    "location": place,
    "roles": list(of: object(["role": text, "subject": text])),
    "evidence": object([
      "path": list(of: object(["subject": text, "note": text])),
      "figures": list(of: object(["name": text, "value": text, "basis": optionalText])),
      "working": list(of: text),
      "assumptions": list(of: text),
    ]),
    "related": list(of: object(["subject": text, "note": text, "location": place])),
    "causedBy": [
      "type": ["string", "null"],
      "description": "The fingerprint of the open finding that it follows from.",
    ],
    "remedy": text,
    "cures": list(of: cure),
    "quality": words(QualityCharacteristic.allCases.map(\.rawValue)),
  ])

  private static func shift(_ description: String) -> JSONValue {
    [
      "anyOf": [
        object(["before": ["type": "number"], "after": ["type": "number"]]), ["type": "null"],
      ],
      "description": .string(description),
    ]
  }

  /// Of those that were tried, the best first.
  private static let cure = object([
    "title": text,
    "changes": list(of: object(["subject": text, "declare": optionalText])),
    "clears": list(of: text),
    "causes": list(
      of: object(["fingerprint": text, "rule": text, "level": level, "message": text])),
    "flows": list(
      of: object([
        "flow": text, "availability": shift("From 0 to 1."),
        "latencySeconds": shift("The bound of its p95."),
      ])),
  ])
}
