import ReviewEngine
import SolutionModel
import SourceText

/// Why one finding is there, as rows under headings that every format shares.
struct FindingExplanation {
  struct Section {
    let heading: String
    let rows: [String]
  }

  let finding: LocatedFinding
  let facts: [FindingFact]
  let trials: [CureTrial]
  private let report: Report
  private let place: Int

  /// `place` is that of the finding in the review.
  init(_ report: Report, findingAt place: Int) {
    self.report = report
    self.place = place
    finding = report.review.findings[place]
    facts = FindingFacts(report).facts(of: finding)
    trials = report.trials.trials(forFindingAt: place)
  }

  /// In the order in which a reader asks; none is empty.
  var sections: [Section] {
    let evidence = finding.evidence
    return [
      Section(heading: "What was found", rows: what),
      Section(heading: "Why it weighs what it weighs", rows: level),
      Section(heading: "The facts", rows: facts.map { "\($0.name): \($0.words)" }),
      Section(heading: "How it is found", rows: [finding.rule.detection]),
      Section(
        heading: "With the numbers put in",
        rows: evidence.working
          + finding.finding.evidence.figures.map { EvidenceWords.figure($0) }),
      Section(
        heading: "The path",
        rows: evidence.path.isEmpty ? [] : [EvidenceWords.path(evidence)]),
      Section(heading: "What it assumes", rows: evidence.assumptions),
      Section(heading: "What else belongs to it", rows: related),
      Section(heading: "What it follows from", rows: cause),
      Section(heading: "What follows from it", rows: folded),
      Section(heading: "Its waiver", rows: waiver),
      Section(heading: "What would clear it", rows: cures),
      Section(heading: "When it is wrong", rows: [finding.rule.falsePositives]),
    ].filter { !$0.rows.isEmpty }
  }

  private var what: [String] {
    [
      finding.finding.message.text,
      "at \(FoldedWords.place(finding)), about \(finding.finding.place)",
      "rule \(finding.rule.qualifiedID): \(finding.rule.summary)",
      "fingerprint \(finding.fingerprint)",
    ]
  }

  private var level: [String] {
    let basis = finding.levelBasis
    let origin =
      switch basis.source {
      case .rule: "\(basis.base.rawValue) by the papers of the rule"
      case .finding:
        "\(basis.base.rawValue) by the rule for this finding, which is "
          + "\(finding.rule.level.rawValue) else"
      case .policy: "\(basis.base.rawValue) by 'review.levels', so that nothing moves it"
      }
    let weighs = LevelFactor.allCases.filter(finding.rule.weighs.contains).map(\.rawValue)
    if let figure = basis.figure {
      return [origin, "\(figure.value), \(figure.basis ?? "")"]
    }
    guard basis.source != .policy, !weighs.isEmpty else { return [origin] }
    let verb = weighs.count == 1 ? "weighs and leaves" : "weigh and leave"
    return [origin, "\(weighs.joined(separator: " and ")) \(verb) it as it is"]
  }

  private var related: [String] {
    finding.related.map { related in
      "\(related.path.subject.name): \(related.note)"
        + (related.location.map { "  at \($0)" } ?? "")
    }
  }

  private var cause: [String] {
    report.review.rootCauses.cause(of: place).map { [line(of: $0)] } ?? []
  }

  private var folded: [String] {
    let headline = report.review.rootCauses.headlines.first { $0.finding == place }
    return headline?.folded.map(line) ?? []
  }

  private func line(of place: Int) -> String {
    let other = report.review.findings[place]
    return "\(other.level.rawValue)[\(other.rule.id)] \(other.finding.message.text)  "
      + "at \(FoldedWords.place(other)), finding \(other.fingerprint.prefix(8))"
  }

  private var waiver: [String] {
    guard case .waived(let index) = finding.state else { return [] }
    let waiver = report.review.policy.waivers[index]
    return [
      "waived until \(waiver.until) by \(waiver.approvedBy): \(waiver.reason)"
        + (waiver.ticket.map { " (\($0))" } ?? "")
    ]
  }

  private var cures: [String] {
    let tried = trials.flatMap { trial -> [String] in
      let changes = trial.cure.changes.prefix(6).compactMap { change in
        change.notation(in: report.review.solution).map { "  at \(change.subject.name): \($0)" }
      }
      return [CureWords.line(trial, for: finding)] + changes
        + trial.caused.prefix(3).map {
          "  it causes \($0.level.rawValue)[\($0.rule)] \($0.message)"
        }
    }
    return [finding.remedy] + tried + (CureWords.untried(report.trials).map { [$0] } ?? [])
  }
}
