import MarkupText

/// The views of the solution, each with its caption.
struct PictureSection {
  private let pictures: [Report.Picture]

  init(_ report: Report) { pictures = report.pictures }

  var html: HTML {
    guard !pictures.isEmpty else { return HTML() }
    let figures = pictures.map { picture -> HTML in
      """
      <figure id="view-\(picture.id)"><div class="picture" tabindex="0" role="group" aria-label="\(picture.title)">\(HTML(picture.svg))</div>
      <figcaption><strong>\(picture.title)</strong> \(picture.caption)</figcaption></figure>

      """
    }
    return "<section id=\"pictures\"><h2>Pictures</h2>\n\(figures)</section>"
  }
}
