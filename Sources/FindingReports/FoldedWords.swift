import ReviewEngine
import SolutionModel
import SourceText

/// Findings that follow from another one, in words that every format shares.
enum FoldedWords {
  /// `explains 3 more findings`.
  static func heading(_ headline: RootCauses.Headline) -> String {
    "explains \(SummaryWords.count(headline.folded.count, "more finding"))"
  }

  static func place(_ finding: LocatedFinding) -> String {
    finding.location?.description ?? finding.finding.place.description
  }
}
