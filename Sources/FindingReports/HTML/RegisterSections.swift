import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// What is wrong with the text of the model.
struct DiagnosticSection {
  private let diagnostics: [Diagnostic]

  init(_ report: Report) { diagnostics = report.diagnostics }

  var html: HTML {
    guard !diagnostics.isEmpty else { return HTML() }
    let items = diagnostics.map { diagnostic -> HTML in
      let help = diagnostic.help.map { HTML("<p class=\"remedy\">\($0)</p>") }
      let level = diagnostic.severity.rawValue
      return """
        <li class="finding \(level)"><h4>\(diagnostic.message)</h4>
        <p class="place"><span class="tag \(level)">\(level)</span> \(diagnostic.id) <code>\(diagnostic.location.description)</code></p>
        \(help)</li>
        """
    }
    return """
      <section id="diagnostics"><h2>The model’s text</h2>
      <ol class="findings">\(items)</ol></section>
      """
  }
}

/// The findings that were accepted, by the end of their waiver.
struct WaiverSection {
  private let review: Review

  init(_ report: Report) { review = report.review }

  var html: HTML {
    let rows = review.findings.compactMap { finding -> (until: CalendarDate, row: HTML)? in
      guard case .waived(let index) = finding.state, review.policy.waivers.indices.contains(index)
      else { return nil }
      let waiver = review.policy.waivers[index]
      let row: HTML = """
        <tr><td>\(waiver.until.description)</td><td>\(finding.rule.id)</td><td>\(finding.finding.message.text)</td><td>\(waiver.reason)</td><td>\(waiver.approvedBy)</td><td>\(waiver.ticket ?? "")</td></tr>

        """
      return (waiver.until, row)
    }
    guard !rows.isEmpty else { return HTML() }
    let sorted = rows.enumerated().sorted {
      ($0.element.until, $0.offset) < ($1.element.until, $1.offset)
    }
    return """
      <section id="waivers"><h2>Waived</h2>
      <div class="table"><table><thead><tr><th scope="col">Until</th><th scope="col">Rule</th><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Approved by</th><th scope="col">Ticket</th></tr></thead>
      <tbody>\(sorted.map(\.element.row))</tbody></table></div></section>
      """
  }
}

/// How much of what the rules ask the model says.
struct CompletenessSection {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var html: HTML {
    guard let total = SummaryWords(report).completeness else {
      return
        "<section id=\"completeness\"><h2>Completeness</h2><p class=\"quiet\">No rule asked for a fact.</p></section>"
    }
    let rows = report.review.completeness.map { attribute -> HTML in
      let asked = attribute.known + attribute.missing.count
      let missing = attribute.missing.prefix(12).map(\.subject.name).joined(separator: ", ")
      let rest = attribute.missing.count > 12 ? " and \(attribute.missing.count - 12) more" : ""
      return """
        <tr><th scope="row"><code>\(attribute.attribute)</code></th><td>\(attribute.known) of \(asked)</td><td>\(missing + rest)</td></tr>

        """
    }
    return """
      <section id="completeness"><h2>Completeness</h2>
      <p>The model says \(SummaryWords.percent(total.known, of: total.asked)) of what the rules asked. What is missing was not judged.</p>
      <div class="table"><table><thead><tr><th scope="col">Attribute</th><th scope="col">Known</th><th scope="col">Missing for</th></tr></thead>
      <tbody>\(rows)</tbody></table></div></section>
      """
  }
}

/// The rules that were asked, with their outcome; those that fired with their papers.
struct RuleSection {
  private let results: [RuleResult]

  init(_ report: Report) { results = report.review.rules }

  var html: HTML {
    let fired = results.filter { !$0.verdicts.findings.isEmpty }
    let rest = results.filter { $0.verdicts.findings.isEmpty }
    let rows = rest.map { result -> HTML in
      "<tr><th scope=\"row\" id=\"rule-\(result.rule.id)\">\(result.rule.id)</th><td>\(result.rule.title)</td><td>\(outcome(result))</td></tr>\n"
    }
    let table: HTML = """
      <div class="table"><table><thead><tr><th scope="col">Rule</th><th scope="col">Looks for</th><th scope="col">Outcome</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return """
      <section id="rules"><h2>Rules</h2>
      \(fired.map(papers))
      \(rest.isEmpty ? HTML() : table)
      </section>
      """
  }

  private func papers(_ result: RuleResult) -> HTML {
    let rule = result.rule
    return """
      <details class="rule" id="rule-\(rule.id)"><summary>\(rule.title) <code>\(rule.id)</code> <span class="quiet">\(outcome(result))</span></summary>
      <dl><dt>Why it matters</dt><dd>\(Prose.html(rule.rationale))</dd>
      <dt>How it is found</dt><dd>\(Prose.html(rule.detection))</dd>
      <dt>What to do</dt><dd>\(Prose.html(rule.remedy))</dd>
      <dt>When it is wrong</dt><dd>\(Prose.html(rule.falsePositives))</dd>
      <dt>What to ask</dt><dd>\(Prose.html(rule.question))</dd></dl></details>
      """
  }

  private func outcome(_ result: RuleResult) -> String {
    let verdicts = result.verdicts
    switch result.outcome {
    case .fail:
      return SummaryWords.count(verdicts.findings.count, "finding")
        + ", \(verdicts.passCount) in order"
    case .pass: return "\(verdicts.passCount) in order"
    case .unknown:
      return "not known for \(verdicts.unknownCount), \(verdicts.passCount) in order"
    case .notApplicable: return "nothing to judge"
    case .error: return "could not judge: \(verdicts.error ?? "")"
    }
  }
}
