import JSONText
import ReviewEngine
import SolutionModel
import SourceText

/// The parts of the JSON report; `ReportSchema` describes each.
enum JSONParts {
  static func solution(_ solution: Solution) -> JSONValue {
    [
      "name": .string(solution.name),
      "elements": .integer(solution.elements.count),
      "links": .integer(solution.links.count),
      "flows": .integer(solution.flows.count),
      "data": .integer(solution.data.count),
    ]
  }

  static func policy(_ policy: ReviewPolicy) -> JSONValue {
    [
      "profile": .string(policy.profile.rawValue),
      "style": .string(policy.style.rawValue),
      "failOn": JSONValue(policy.failOn?.rawValue),
      "select": .array(policy.select.map(JSONValue.string)),
      "ignore": .array(policy.ignore.map(JSONValue.string)),
      "waivers": .array(policy.waivers.map(waiver)),
    ]
  }

  private static func waiver(_ waiver: Waiver) -> JSONValue {
    [
      "rule": .string(waiver.rule),
      "reason": .string(waiver.reason),
      "approvedBy": .string(waiver.approvedBy),
      "until": .string(waiver.until.description),
      "ticket": JSONValue(waiver.ticket),
    ]
  }

  static func gate(_ review: Review) -> JSONValue {
    [
      "passed": .bool(review.passes),
      "condition": .string(SummaryWords.gate(review)),
    ]
  }

  static func summary(_ words: SummaryWords, _ trials: CureTrials) -> JSONValue {
    [
      "error": .integer(words.counts.errors),
      "warning": .integer(words.counts.warnings),
      "note": .integer(words.counts.notes),
      "waived": .integer(words.counts.waived),
      "headlines": .integer(words.counts.open - words.counts.folded),
      "folded": .integer(words.counts.folded),
      "curesTried": .integer(trials.count),
      "curesUntried": .integer(trials.untriedCount),
      "diagnosticErrors": .integer(words.diagnosticErrors),
      "factsKnown": .integer(words.completeness?.known ?? 0),
      "factsAsked": .integer(words.completeness?.asked ?? 0),
    ]
  }

  static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "id": .string(diagnostic.id),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "location": location(diagnostic.location),
      "notes": .array(
        diagnostic.notes.map {
          ["message": .string($0.message), "location": location($0.location)]
        }),
      "help": .array(diagnostic.help.map(JSONValue.string)),
    ]
  }

  static func location(_ location: SourceLocation?) -> JSONValue {
    guard let location else { return .null }
    return [
      "path": .string(location.path),
      "startLine": .integer(location.range.start.line),
      "startColumn": .integer(location.range.start.column),
      "endLine": .integer(location.range.end.line),
      "endColumn": .integer(location.range.end.column),
    ]
  }

  /// `place` is that of the finding in the review.
  static func finding(at place: Int, in report: Report) -> JSONValue {
    let review = report.review
    let located = review.findings[place]
    let finding = located.finding
    let cause = review.rootCauses.cause(of: place).map { review.findings[$0].fingerprint }
    return [
      "fingerprint": .string(located.fingerprint),
      "rule": .string(located.rule.id),
      "family": .string(located.rule.family.rawValue),
      "level": .string(located.level.rawValue),
      "levelBasis": levelBasis(located.levelBasis),
      "state": .string(located.isOpen ? "open" : "waived"),
      "waiver": waiverIndex(located.state),
      "message": .string(finding.message.text),
      "subject": .string(finding.place.description),
      "location": location(located.location),
      "roles": .array(
        finding.roles.map {
          ["role": .string($0.name), "subject": .string($0.subject.description)]
        }),
      "evidence": evidence(located.evidence),
      "related": .array(
        located.related.map {
          [
            "subject": .string($0.path.description), "note": .string($0.note),
            "location": location($0.location),
          ]
        }),
      "causedBy": JSONValue(cause),
      "remedy": .string(located.remedy),
      "cures": .array(
        report.trials.trials(forFindingAt: place).map { cure($0, review.solution) }),
      "quality": .string(located.rule.quality.rawValue),
    ]
  }

  private static func levelBasis(_ basis: LevelBasis) -> JSONValue {
    [
      "source": .string(basis.source.rawValue),
      "base": .string(basis.base.rawValue),
      "reasons": .array(basis.reasons.map(JSONValue.string)),
    ]
  }

  private static func waiverIndex(_ state: LocatedFinding.State) -> JSONValue {
    switch state {
    case .open: .null
    case .waived(let index): .integer(index)
    }
  }

  private static func evidence(_ evidence: Evidence) -> JSONValue {
    [
      "path": .array(
        evidence.path.map {
          ["subject": .string($0.subject.description), "note": .string($0.note)]
        }),
      "figures": .array(
        evidence.figures.map {
          ["name": .string($0.name), "value": .string($0.value), "basis": JSONValue($0.basis)]
        }),
      "working": .array(evidence.working.map(JSONValue.string)),
      "assumptions": .array(evidence.assumptions.map(JSONValue.string)),
    ]
  }

  private static func cure(_ trial: CureTrial, _ solution: Solution) -> JSONValue {
    [
      "title": .string(trial.title),
      "changes": .array(
        trial.cure.changes.map {
          [
            "subject": .string($0.subject.description),
            "declare": JSONValue($0.notation(in: solution)),
          ]
        }),
      "clears": .array(trial.cleared.map { .string($0.fingerprint) }),
      "causes": .array(
        trial.caused.map {
          [
            "fingerprint": .string($0.fingerprint), "rule": .string($0.rule),
            "level": .string($0.level.rawValue), "message": .string($0.message),
          ]
        }),
      "flows": .array(trial.flows.map(flow)),
    ]
  }

  private static func flow(_ shift: CureTrial.FlowShift) -> JSONValue {
    [
      "flow": .string(shift.flow.text),
      "availability": shift.availability.map {
        ["before": .number($0.before.fraction), "after": .number($0.after.fraction)]
      } ?? .null,
      "latencySeconds": shift.latency.map {
        [
          "before": .number($0.before / .seconds(1)), "after": .number($0.after / .seconds(1)),
        ]
      } ?? .null,
    ]
  }

  static func rule(_ result: RuleResult) -> JSONValue {
    [
      "id": .string(result.rule.id),
      "title": .string(result.rule.title),
      "family": .string(result.rule.family.rawValue),
      "level": .string(result.level.rawValue),
      "outcome": .string(result.outcome.rawValue),
      "passed": .integer(result.verdicts.passCount),
      "findings": .integer(result.verdicts.findings.count),
      "unknown": .integer(result.verdicts.unknownCount),
      "error": JSONValue(result.verdicts.error),
    ]
  }

  static func completeness(_ attribute: AttributeCompleteness) -> JSONValue {
    [
      "attribute": .string(attribute.attribute),
      "known": .integer(attribute.known),
      "missing": .array(attribute.missing.map { .string($0.subject.description) }),
    ]
  }
}
