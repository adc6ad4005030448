import JSONText
import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// Findings and mistakes as SARIF's `result`s.
struct SARIFResult {
  let report: Report
  let rules: SARIFRules

  /// The name that relative addresses refer to.
  static let rootID = "SRCROOT"
  /// Of related places GitHub keeps as many.
  private static let mostRelated = 100
  /// Of the steps of a path GitHub shows as many.
  private static let mostSteps = 1000

  /// `place` is that of the finding in the review.
  func value(ofFindingAt place: Int) -> JSONValue {
    let finding = report.review.findings[place]
    let related = Array(finding.related.prefix(Self.mostRelated))
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(finding.rule.id)),
      .init("ruleIndex", .integer(rules.index(of: finding.rule.id))),
      .init("level", .string(finding.level.rawValue)),
      .init("message", message(of: finding, related)),
      .init(
        "locations",
        [location(finding.location, logical: finding.finding.place.subject)]),
      .init(
        "partialFingerprints",
        [
          "primaryLocationLineHash": .string(finding.fingerprint.prefix(16) + ":1"),
          "lintelFinding/v1": .string(finding.fingerprint),
        ]),
    ]
    if let cause = report.review.rootCauses.cause(of: place) {
      let fingerprint = report.review.findings[cause].fingerprint
      members.append(.init("properties", ["causedBy": .string(fingerprint)]))
    }
    if !related.isEmpty { members.append(.init("relatedLocations", places(related))) }
    let steps = finding.evidence.path.prefix(Self.mostSteps)
    if !steps.isEmpty {
      members.append(.init("codeFlows", [["threadFlows": [["locations": hops(Array(steps))]]]]))
    }
    if case .waived(let index) = finding.state {
      members.append(.init("suppressions", [suppression(report.review.policy.waivers[index])]))
    }
    return .object(members)
  }

  func value(ofDiagnosticAt place: Int) -> JSONValue {
    let diagnostic = report.diagnostics[place]
    let identity = report.fingerprint(ofDiagnosticAt: place)
    let text = ([diagnostic.message] + diagnostic.help).map { Self.literal($0) + "." }
    return [
      "ruleId": .string(diagnostic.id),
      "ruleIndex": .integer(rules.index(of: diagnostic.id)),
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(text.joined(separator: " "))],
      "locations": [location(diagnostic.location, logical: nil)],
      "partialFingerprints": [
        "primaryLocationLineHash": .string(identity.hexadecimal(16) + ":1")
      ],
    ]
  }

  /// The headline first, since that is all that a list shows; links lead to the related places.
  private func message(of finding: LocatedFinding, _ related: [LocatedFinding.Related])
    -> JSONValue
  {
    var text = Self.literal(finding.finding.message.text) + "."
    let seen = related.enumerated().filter { $1.location != nil }.prefix(3).map { index, place in
      "[\(Self.literal(place.path.subject.name))](\(index + 1)) \(Self.literal(place.note))"
    }
    if !seen.isEmpty { text += " See " + seen.joined(separator: "; ") + "." }
    return ["text": .string(text + " " + Self.literal(finding.remedy))]
  }

  private func places(_ related: [LocatedFinding.Related]) -> JSONValue {
    .array(
      related.enumerated().map { index, place in
        located(
          place.location, logical: place.path.subject,
          more: [
            .init("id", .integer(index + 1)), .init("message", ["text": .string(place.note)]),
          ])
      })
  }

  private func hops(_ steps: [Evidence.Step]) -> JSONValue {
    .array(
      steps.map { step in
        let text = step.subject.name + (step.note.isEmpty ? "" : ": " + step.note)
        return [
          "location": located(
            report.locate(ElementPath(step.subject)), logical: step.subject,
            more: [.init("message", ["text": .string(text)])])
        ]
      })
  }

  private func suppression(_ waiver: Waiver) -> JSONValue {
    let details: JSONValue = [
      "approvedBy": .string(waiver.approvedBy), "until": .string(waiver.until.description),
      "ticket": JSONValue(waiver.ticket),
    ]
    return [
      "kind": "inSource", "status": "accepted", "justification": .string(waiver.reason),
      "properties": details.compacted,
    ]
  }

  private func location(_ location: SourceLocation?, logical: ElementPath.Subject?) -> JSONValue {
    located(report.hostPlace(location), logical: logical, more: [])
  }

  private func located(
    _ location: SourceLocation?, logical: ElementPath.Subject?, more: [JSONValue.Member]
  ) -> JSONValue {
    var members = more
    if let location {
      let range = location.range
      let region: JSONValue = [
        "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
        "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
      ]
      members.append(
        .init("physicalLocation", ["artifactLocation": artifact(location.path), "region": region]))
    }
    if let logical {
      let name: JSONValue = [
        "fullyQualifiedName": .string(logical.description), "kind": .string(logical.kind),
      ]
      members.append(.init("logicalLocations", [name]))
    }
    return .object(members)
  }

  private func artifact(_ path: String) -> JSONValue {
    let path = report.paths.path(path)
    let address = path.utf8.map(Self.addressByte).joined()
    return path.hasPrefix("/")
      ? ["uri": .string("file://" + address)]
      : ["uri": .string(address), "uriBaseId": .string(Self.rootID)]
  }

  /// As RFC 3986 allows it in a path.
  private static func addressByte(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }

  /// Text in which no bracket makes a link.
  private static func literal(_ text: String) -> String {
    TerminalText.plain(text).replacing("\\", with: "\\\\").replacing("[", with: "\\[")
      .replacing("]", with: "\\]")
  }
}
