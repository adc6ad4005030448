public import ReviewEngine

extension Workspace {
  /// The place of the finding whose fingerprint begins with a text.
  ///
  /// - Throws: `unknownFinding`, `ambiguousFinding`.
  public func finding(_ fingerprint: String, in review: Review) throws(LintelError) -> Int {
    func words(_ place: Int) -> String {
      let finding = review.findings[place]
      return "\(finding.fingerprint.prefix(8)) \(finding.rule.id)"
    }
    switch review.lookUp(fingerprint) {
    case .found(let place): return place
    case .ambiguous(let places):
      throw .ambiguousFinding(fingerprint, candidates: places.map(words))
    case .missing(let nearest):
      throw .unknownFinding(fingerprint, nearest: nearest.map(words))
    }
  }
}
