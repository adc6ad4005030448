import MarkupText
import ReviewEngine
import SolutionModel

/// The head of the page: what was reviewed, the figures, the gate.
struct SummarySection {
  private let report: Report
  private let words: SummaryWords

  init(_ report: Report) {
    self.report = report
    words = SummaryWords(report)
  }

  var header: HTML {
    let solution = report.review.solution
    return """
      <header>
      <p class="kicker">Architecture review</p>
      <h1>\(solution.name)</h1>
      \(solution.summary.map { HTML("<p class=\"lead\">\($0)</p>") })
      <nav aria-label="On this page"><ul>
      <li><a href="#findings">Findings</a></li>
      \(report.pictures.isEmpty ? HTML() : "<li><a href=\"#pictures\">Pictures</a></li>")
      \(report.figures.map { $0.html.isEmpty ? HTML() : "<li><a href=\"#figures\">Figures</a></li>" })
      <li><a href="#completeness">Completeness</a></li>
      <li><a href="#rules">Rules</a></li>
      </ul></nav>
      </header>
      """
  }

  var overview: HTML {
    let solution = report.review.solution
    return """
      <section class="overview" aria-label="Overview">
      \(verdict)
      <dl class="figures">
      \(figure("error", words.counts.errors, "errors"))
      \(figure("warning", words.counts.warnings, "warnings"))
      \(figure("note", words.counts.notes, "notes"))
      \(figure("plain", words.counts.open - words.counts.folded, "headlines"))
      \(figure("plain", words.counts.waived, "waived"))
      \(figure("plain", solution.elements.count, "elements"))
      \(figure("plain", solution.links.count, "links"))
      \(figure("plain", solution.flows.count, "flows"))
      </dl>
      </section>
      """
  }

  private var verdict: HTML {
    if words.diagnosticErrors > 0 || !report.review.passes {
      return "<p class=\"gate failed\"><span aria-hidden=\"true\">✕</span> \(gate)</p>"
    }
    guard report.review.gate.failOn != nil else { return "<p class=\"gate\">\(gate)</p>" }
    return "<p class=\"gate passed\"><span aria-hidden=\"true\">✓</span> \(gate)</p>"
  }

  private var gate: String {
    let gate = SummaryWords.gate(report.review)
    let sentence = gate.prefix(1).uppercased() + gate.dropFirst() + "."
    guard words.diagnosticErrors > 0 else { return sentence }
    return "The model has \(SummaryWords.count(words.diagnosticErrors, "error")). " + sentence
  }

  private func figure(_ style: String, _ number: Int, _ name: String) -> HTML {
    "<div class=\"figure \(style)\"><dt>\(name)</dt><dd>\(number)</dd></div>"
  }
}
