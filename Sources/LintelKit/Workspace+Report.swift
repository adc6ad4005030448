public import FindingReports
public import ReviewEngine

extension Workspace {
  /// All that any report tells about a review.
  public func report(of review: Review, pictures: [Report.Picture] = []) -> Report {
    Report(
      toolVersion: LintelVersion.text, review: review, diagnostics: diagnostics, files: files,
      pictures: pictures)
  }
}
