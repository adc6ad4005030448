import SolutionModel
import SourceText
import Synchronization

/// All that it takes to ask a rule and to settle what it found.
struct ReviewDesk: Sendable {
  let cover: WaiverCover
  let names: LastingNames
  let scale: LevelScale
  let policy: ReviewPolicy
  /// Where in the text a path stands.
  let locate: @Sendable (ElementPath) -> SourceLocation?

  /// One for each choice, in their order, whatever order they are asked in.
  func sheets(
    of choices: [RuleSelection.Choice], on subject: ReviewSubject,
    share: (Int, @Sendable (Int) -> Void) -> Void
  ) -> [RuleSheet] {
    let sheets = Mutex([RuleSheet?](repeating: nil, count: choices.count))
    let order = Self.spread(choices.count)
    share(choices.count) { piece in
      let number = order[piece]
      let sheet = sheet(of: choices[number], on: subject)
      sheets.withLock { $0[number] = sheet }
    }
    return sheets.withLock { $0.compactMap(\.self) }
  }

  /// All numbers below a count, those that follow each other far apart.
  ///
  /// Rules with like names ask for the same analyses, and who asks at the same time only waits.
  private static func spread(_ count: Int) -> [Int] {
    let step = 7
    return (0..<min(step, count)).flatMap { stride(from: $0, to: count, by: step) }
  }

  private func sheet(of choice: RuleSelection.Choice, on subject: ReviewSubject) -> RuleSheet {
    let result = choice.judge(subject, policy)
    // Nothing waives what is found about waivers.
    let rulings =
      choice.rule.judgesWaivers
      ? result.verdicts.findings.map { _ in .none } : cover.rulings(on: result)
    let findings = result.verdicts.findings
    return RuleSheet(
      result: result, rulings: rulings,
      settled: findings.indices.map {
        settle(findings[$0], of: result, rulings[$0])
      })
  }

  private func settle(
    _ finding: Finding, of result: RuleResult, _ ruling: WaiverCover.Ruling
  ) -> RuleSheet.Settled {
    var related = finding.related.map {
      LocatedFinding.Related(path: $0.path, note: $0.note, location: locate($0.path))
    }
    if let lapsed = ruling.lapsed {
      let path = ElementPath(.waiver(lapsed), "until")
      let note = "waived it until \(policy.waivers[lapsed].until)"
      related.append(LocatedFinding.Related(path: path, note: note, location: locate(path)))
    }
    return RuleSheet.Settled(
      identity: .of(finding, by: result.rule, in: names), location: locate(finding.place),
      related: related, levelBasis: scale.basis(of: finding, by: result))
  }
}

/// How a rule came out, with all that the review says of each of its findings.
struct RuleSheet: Sendable {
  struct Settled: Sendable {
    let identity: Fingerprint
    let location: SourceLocation?
    let related: [LocatedFinding.Related]
    let levelBasis: LevelBasis
  }

  let result: RuleResult
  /// In the order of the findings, as are the settled ones.
  let rulings: [WaiverCover.Ruling]
  let settled: [Settled]
}

extension RuleSelection.Choice {
  fileprivate func judge(_ subject: ReviewSubject, _ policy: ReviewPolicy) -> RuleResult {
    judge(rule, subject, policy)
  }

  private func judge<R: Rule>(
    _ type: R.Type, _ subject: ReviewSubject, _ policy: ReviewPolicy
  ) -> RuleResult {
    let papers = R.descriptor
    let names = papers.formerIDs + [papers.id]
    let settings = names.reduce(into: [:]) { values, name in
      values.merge(policy.settings[name] ?? [:]) { $1 }
    }
    let rule = R(settings: settings)
    var verdicts = Verdicts()
    rule.judge(subject, into: &verdicts)
    return RuleResult(
      rule: papers, level: level, isLevelSet: isLevelSet, settings: rule.settingValues,
      verdicts: verdicts)
  }
}
