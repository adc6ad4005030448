import ReviewEngine
import SourceText

/// What all formats for code hosts ask.
extension Report {
  /// The places of the findings that a host is told of.
  func hostFindings(on medium: ReportMedium) -> [Int] {
    review.findings.indices.filter { review.findings[$0].isOpen || medium.showsWaived }
  }

  /// A place in a file, which hosts want of everything: that of the first file where there is none.
  func hostPlace(_ location: SourceLocation?) -> SourceLocation? {
    location ?? files.first?.location(.fileStart)
  }

  /// What makes a mistake the same in the next run.
  ///
  /// Its place in the list tells apart two mistakes of one kind and wording.
  func fingerprint(ofDiagnosticAt place: Int) -> ContentDigest {
    let diagnostic = diagnostics[place]
    let path = paths.path(diagnostic.location.path)
    return ContentDigest(of: "\(diagnostic.id)\n\(path)\n\(diagnostic.message)\n\(place)")
  }
}
