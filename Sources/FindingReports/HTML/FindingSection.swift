import MarkupText
import ReviewEngine
import SolutionModel
import SourceText

/// The open findings, the gravest level first.
struct FindingSection {
  private let findings: [LocatedFinding]

  init(_ report: Report) {
    findings = report.review.findings.filter(\.isOpen)
  }

  var html: HTML {
    let groups = Level.allCases.reversed().map(group).joined()
    let empty: HTML = "<p class=\"quiet\">The rules found nothing.</p>"
    return """
      <section id="findings"><h2>Findings</h2>
      \(findings.isEmpty ? empty : groups)
      </section>
      """
  }

  private func group(_ level: Level) -> HTML {
    let members = findings.filter { $0.level == level }
    guard !members.isEmpty else { return HTML() }
    let title = SummaryWords.count(members.count, level.rawValue)
    return """
      <h3 class="level \(level.rawValue)">\(title)</h3>
      <ol class="findings">\(members.map(item))</ol>
      """
  }

  private func item(_ finding: LocatedFinding) -> HTML {
    let place = finding.location?.description ?? finding.finding.place.description
    return """
      <li class="finding \(finding.level.rawValue)" id="finding-\(finding.fingerprint)">
      <h4>\(finding.finding.message.text)</h4>
      <p class="place"><span class="tag \(finding.level.rawValue)">\(finding.level.rawValue)</span>
      <a href="#rule-\(finding.rule.id)">\(finding.rule.id)</a> <code>\(place)</code></p>
      \(evidence(finding))
      <p class="remedy"><strong>Remedy.</strong> \(Prose.html(finding.remedy))</p>
      </li>
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
