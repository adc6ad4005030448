public import FindingReports
public import ReviewEngine
public import MachinePorts

extension Workspace {
  /// All that any report tells about a review.
  public func report(of review: Review, pictures: [Report.Picture] = []) -> Report {
    Report(
      toolVersion: LintelVersion.text, review: review, diagnostics: diagnostics,
      files: files, pictures: pictures)
  }

  /// The pictures for reports that show them.
  public func reportPictures(
    for review: Review, on machine: Machine, progress: (String) -> Void
  ) throws(LintelError) -> [Report.Picture] {
    []
  }
}
