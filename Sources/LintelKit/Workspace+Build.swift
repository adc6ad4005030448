import FindingReports
import MarkupText
public import ReviewEngine
import SolutionModel

extension Workspace {
  /// A file of the output folder, by its path relative to it.
  public typealias OutputFile = (path: String, bytes: [UInt8])

  /// Everything that `lintel build` writes: the reports and every view, with the findings on it.
  ///
  /// `formats` is what each view is written as besides SVG.
  public func outputFiles(
    _ drawings: [Drawing], review: Review, style: PictureStyle = PictureStyle(),
    formats: [PictureFormat] = []
  ) throws(LintelError) -> [OutputFile] {
    let figures = figures
    let report = report(
      of: review, pictures: reportPictures(drawings, for: review), figures: figures.excerpt,
      trials: cureTrials(for: review, budget: .report))
    var files: [OutputFile] = []
    for format in ReportCatalog.formats {
      guard let name = format.fileName else { continue }
      files.append((name, Array(format.init().render(report, on: .file).utf8)))
    }
    files.append(("analysis.json", Array(figures.render(as: .json).utf8)))
    for drawing in drawings {
      let overlay = overlay(of: review, on: drawing.view)
      for format in [.svg] + formats {
        let bytes = try style.bytes(drawing, as: format, overlay: overlay)
        files.append(("views/\(drawing.id).\(format.fileEnding)", bytes))
      }
    }
    return files
  }
}
