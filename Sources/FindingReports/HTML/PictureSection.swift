import MarkupText

/// The views of the solution; each picture has its title and its caption in itself.
struct PictureSection {
  private let pictures: [Report.Picture]

  init(_ report: Report) { pictures = report.pictures }

  var html: HTML {
    guard !pictures.isEmpty else { return HTML() }
    let figures = pictures.map { picture -> HTML in
      """
      <figure id="view-\(picture.id)" class="picture" tabindex="0" aria-label="\(picture.title)">\(HTML(picture.svg))</figure>

      """
    }
    return "<section id=\"pictures\"><h2>Pictures</h2>\n\(figures)</section>"
  }
}
