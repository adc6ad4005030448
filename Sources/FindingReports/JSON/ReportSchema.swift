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
    "required": .strings(report.memberNames),
    "additionalProperties": false,
    "properties": report,
    "$defs": ["location": location, "text": ["type": "string"]],
  ]

  private static let place: JSONValue = [
    "anyOf": [["$ref": "#/$defs/location"], ["type": "null"]]
  ]
  private static let level = SchemaForm.words(Level.allCases.map(\.rawValue))

  private static let location = SchemaForm.object([
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
    "tool": SchemaForm.object(["name": ["const": "lintel"], "version": SchemaForm.text]),
    "solution": SchemaForm.object([
      "name": SchemaForm.text, "elements": SchemaForm.count, "links": SchemaForm.count,
      "flows": SchemaForm.count, "data": SchemaForm.count,
    ]),
    "policy": SchemaForm.object([
      "profile": SchemaForm.words(ReviewProfile.allCases.map(\.rawValue)),
      "style": SchemaForm.words(ReviewStyle.allCases.map(\.rawValue)),
      "failOn": ["enum": ["note", "warning", "error", .null]],
      "select": SchemaForm.list(of: SchemaForm.text),
      "ignore": SchemaForm.list(of: SchemaForm.text),
      "waivers": SchemaForm.list(
        of: SchemaForm.object([
          "rule": SchemaForm.text, "reason": SchemaForm.text, "approvedBy": SchemaForm.text,
          "until": ["type": "string", "format": "date"], "ticket": SchemaForm.optionalText,
        ])),
    ]),
    "gate": SchemaForm.object(["passed": ["type": "boolean"], "condition": SchemaForm.text]),
    "summary": SchemaForm.object([
      "error": SchemaForm.count, "warning": SchemaForm.count, "note": SchemaForm.count,
      "waived": SchemaForm.count,
      "headlines": SchemaForm.count, "folded": SchemaForm.count, "curesTried": SchemaForm.count,
      "curesUntried": SchemaForm.count,
      "diagnosticErrors": SchemaForm.count,
      "factsKnown": SchemaForm.count, "factsAsked": SchemaForm.count,
    ]),
    "diagnostics": SchemaForm.list(
      of: SchemaForm.object([
        "id": SchemaForm.text, "severity": SchemaForm.words(["error", "warning"]),
        "message": SchemaForm.text, "location": place,
        "notes": SchemaForm.list(
          of: SchemaForm.object(["message": SchemaForm.text, "location": place])),
        "help": SchemaForm.list(of: SchemaForm.text),
      ])),
    "findings": SchemaForm.list(of: finding),
    "rules": SchemaForm.list(
      of: SchemaForm.object([
        "id": SchemaForm.text, "title": SchemaForm.text, "family": SchemaForm.text, "level": level,
        "outcome": SchemaForm.words(RuleOutcome.allCases.map(\.rawValue)),
        "passed": SchemaForm.count,
        "findings": SchemaForm.count, "unknown": SchemaForm.count, "error": SchemaForm.optionalText,
      ])),
    "completeness": SchemaForm.list(
      of: SchemaForm.object([
        "attribute": SchemaForm.text, "known": SchemaForm.count,
        "missing": SchemaForm.list(of: SchemaForm.text),
      ])),
  ]

  private static let finding = SchemaForm.object([
    "fingerprint": [
      "type": "string", "pattern": "^[0-9a-f]{32}$",
      "description": "The same after edits, reordering and file moves.",
    ],
    "rule": SchemaForm.text,
    "family": SchemaForm.words(RuleFamily.allCases.map(\.rawValue)),
    "level": level,
    "levelBasis": SchemaForm.object([
      "source": SchemaForm.words(LevelBasis.Source.allCases.map(\.rawValue)),
      "base": level,
      "reasons": [
        "type": "array", "items": SchemaForm.text,
        "description": "What moved it from base; empty where nothing did.",
      ],
    ]),
    "state": SchemaForm.words(["open", "waived"]),
    "waiver": ["type": ["integer", "null"], "description": "The place in policy.waivers."],
    "message": SchemaForm.text,
    "subject": SchemaForm.text,
    "location": place,
    "roles": SchemaForm.list(
      of: SchemaForm.object(["role": SchemaForm.text, "subject": SchemaForm.text])),
    "evidence": SchemaForm.object([
      "path": SchemaForm.list(
        of: SchemaForm.object(["subject": SchemaForm.text, "note": SchemaForm.text])),
      "figures": SchemaForm.list(
        of: SchemaForm.object([
          "name": SchemaForm.text, "value": SchemaForm.text, "basis": SchemaForm.optionalText,
        ])),
      "working": SchemaForm.list(of: SchemaForm.text),
      "assumptions": SchemaForm.list(of: SchemaForm.text),
    ]),
    "related": SchemaForm.list(
      of: SchemaForm.object([
        "subject": SchemaForm.text, "note": SchemaForm.text, "location": place,
      ])),
    "causedBy": [
      "type": ["string", "null"],
      "description": "The fingerprint of the open finding that it follows from.",
    ],
    "remedy": SchemaForm.text,
    "cures": SchemaForm.list(of: cure),
    "quality": SchemaForm.words(QualityCharacteristic.allCases.map(\.rawValue)),
  ])

  private static func shift(_ description: String) -> JSONValue {
    [
      "anyOf": [
        SchemaForm.object(["before": ["type": "number"], "after": ["type": "number"]]),
        ["type": "null"],
      ],
      "description": .string(description),
    ]
  }

  /// Of those that were tried, the best first.
  private static let cure = SchemaForm.object([
    "title": SchemaForm.text,
    "changes": SchemaForm.list(
      of: SchemaForm.object(["subject": SchemaForm.text, "declare": SchemaForm.optionalText])),
    "clears": SchemaForm.list(of: SchemaForm.text),
    "causes": SchemaForm.list(
      of: SchemaForm.object([
        "fingerprint": SchemaForm.text, "rule": SchemaForm.text, "level": level,
        "message": SchemaForm.text,
      ])),
    "flows": SchemaForm.list(
      of: SchemaForm.object([
        "flow": SchemaForm.text, "availability": shift("From 0 to 1."),
        "latencySeconds": shift("The bound of its p95."),
      ])),
  ])
}
