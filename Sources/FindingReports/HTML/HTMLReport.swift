import MarkupText
import ReviewEngine
import SolutionModel

/// For a browser, in one file: pictures inside, light and dark, no script, nothing loaded.
public struct HTMLReport: ReportFormat {
  public static let name = "html"
  public static let summary = "one page with pictures and findings, for a browser"
  public static let fileName: String? = "review.html"
  public static let showsPictures = true
  public static let showsFigures = true

  public init() {}

  public func render(_ report: Report, on medium: ReportMedium) -> String {
    let name = report.review.solution.name
    let page: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="generator" content="Lintel \(report.toolVersion)">
      <title>Review: \(name)</title>
      <style>\(PageStyle.sheet)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      \(SummarySection(report).header)
      <main id="main">
      \(SummarySection(report).overview)
      \(DiagnosticSection(report).html)
      \(FindingSection(report).html)
      \(PictureSection(report).html)
      \(report.figures?.html)
      \(WaiverSection(report).html)
      \(CompletenessSection(report).html)
      \(RuleSection(report).html)
      </main>
      <footer><p>Written by Lintel \(report.toolVersion). Every figure names its assumptions.</p></footer>
      </body>
      </html>

      """
    return page.text
  }
}
