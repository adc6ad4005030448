import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// The open findings, the gravest level first.
struct FindingSection {
  private let report: Report
  private let headlines: [RootCauses.Headline]

  init(_ report: Report) {
    self.report = report
    headlines = report.review.rootCauses.headlines
  }

  var html: HTML {
    let groups = Level.allCases.reversed().map(group).joined()
    let empty: HTML = "<p class=\"quiet\">The rules found nothing.</p>"
    return """
      <section id="findings"><h2>Findings</h2>
      \(headlines.isEmpty ? empty : groups)
      \(CureWords.untried(report.trials).map { HTML("<p class=\"quiet\">\($0).</p>") })
      </section>
      """
  }

  private func group(_ level: Level) -> HTML {
    let members = headlines.filter { $0.level == level }
    guard !members.isEmpty else { return HTML() }
    let title = SummaryWords(report).group(level, headlines: members.count)
    return """
      <h3 class="level \(level.rawValue)">\(title)</h3>
      <ol class="findings">\(members.map(item))</ol>
      """
  }

  private func item(_ headline: RootCauses.Headline) -> HTML {
    let finding = report.review.findings[headline.finding]
    let place = FoldedWords.place(finding)
    return """
      <li class="finding \(finding.level.rawValue)" id="finding-\(finding.fingerprint)">
      <h4>\(finding.finding.message.text)</h4>
      <p class="place"><span class="tag \(finding.level.rawValue)">\(finding.level.rawValue)</span>
      <a href="#rule-\(finding.rule.id)">\(finding.rule.id)</a> <code>\(place)</code></p>
      \(evidence(finding))
      <p class="remedy"><strong>Remedy.</strong> \(Prose.html(finding.remedy))</p>
      \(cures(headline.finding))\(folded(headline))</li>
      """
  }

  /// What the cures really change, the best first.
  private func cures(_ place: Int) -> HTML {
    let trials = report.trials.trials(forFindingAt: place)
    guard !trials.isEmpty else { return HTML() }
    let items = trials.map { trial -> HTML in
      "<li>\(CureWords.line(trial, for: report.review.findings[place]))</li>"
    }
    return "<ol class=\"cures\" aria-label=\"Tried remedies\">\(items)</ol>\n"
  }

  /// What follows from it, a line each.
  private func folded(_ headline: RootCauses.Headline) -> HTML {
    guard !headline.folded.isEmpty else { return HTML() }
    let items = headline.folded.map { place -> HTML in
      let finding = report.review.findings[place]
      let level = finding.level.rawValue
      return """
        <li id="finding-\(finding.fingerprint)"><span class="tag \(level)">\(level)</span> \(finding.finding.message.text) <a href="#rule-\(finding.rule.id)">\(finding.rule.id)</a> <code>\(FoldedWords.place(finding))</code></li>

        """
    }
    let heading = FoldedWords.heading(headline)
    return """
      <details class="folded"><summary>\(heading.prefix(1).uppercased() + heading.dropFirst())</summary>
      <ul class="facts">\(items)</ul></details>

      """
  }

  private func evidence(_ finding: LocatedFinding) -> HTML {
    let evidence = finding.evidence
    var rows: [HTML] = []
    if !evidence.path.isEmpty {
      rows.append(
        "<ol class=\"path\" aria-label=\"Evidence path\">\(evidence.path.compactMap(step))</ol>")
    }
    let facts =
      evidence.figures.map { HTML("<li>\(EvidenceWords.figure($0))</li>") }
      + evidence.assumptions.map { HTML("<li>Assumes: \($0)</li>") }
      + finding.related.map { related in
        let place = related.location?.description ?? related.path.subject.name
        return HTML("<li>\(related.note): <code>\(place)</code></li>")
      }
    if !facts.isEmpty { rows.append("<ul class=\"facts\">\(facts)</ul>") }
    return rows.joined()
  }

  /// Elements stand in the path, links between them; a link shows only when something is said of it.
  private func step(_ step: Evidence.Step) -> HTML? {
    guard let words = EvidenceWords.step(step) else { return nil }
    if case .link = step.subject { return "<li class=\"hop\">\(step.note)</li>" }
    return "<li>\(words)</li>"
  }
}
