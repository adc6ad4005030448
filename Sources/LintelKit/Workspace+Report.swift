public import FigureReports
public import FindingReports
public import ReviewEngine
import ScenePainting
import SolutionReading
import SolutionViews

extension Workspace {
  /// All that any report tells about a review.
  public func report(
    of review: Review, pictures: [Report.Picture] = [], figures: FigureExcerpt? = nil,
    trials: CureTrials = .none
  ) -> Report {
    let document = document
    return Report(
      toolVersion: LintelVersion.text, review: review, diagnostics: diagnostics, files: files,
      pictures: pictures,
      figures: figures.map { Report.Figures(html: $0.html, markdown: $0.markdown) }, trials: trials,
      paths: paths, locate: { document.location(of: $0) })
  }

  /// The drawings with the findings on them, for reports that show pictures.
  public func reportPictures(_ drawings: [Drawing], for review: Review) -> [Report.Picture] {
    let style = PictureStyle()
    return drawings.map { drawing in
      Report.Picture(
        id: drawing.id, title: drawing.view.title,
        svg: style.svg(
          drawing, overlay: overlay(of: review, on: drawing.view), idPrefix: drawing.id + "-"))
    }
  }
}
