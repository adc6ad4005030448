import SolutionModel
import SolutionViews

/// Makes the marks of a sequence.
enum SequenceComposer {
  static func marks(of sequence: View.Sequence) -> SequenceMarks {
    var last: String?
    let clocks = sequence.moments.map { moment -> TextLine? in
      let text = (moment.isWhole ? "" : "≥ ") + QuantityWords.duration(moment.elapsed)
      guard moment.elapsed > .zero, text != last else { return nil }
      last = text
      return LabelMetrics.line(text, .arrowOption)
    }
    return SequenceMarks(
      fragments: sequence.fragments.map(fragment), clocks: clocks,
      isCritical: sequence.moments.map(\.isCritical))
  }

  private static func fragment(_ fragment: View.Sequence.Fragment) -> SequenceMarks.Fragment {
    var parts: [Int] = []
    let title: String
    switch fragment.kind {
    case .optional: title = "optional"
    case .repeated(let times): title = "\(times) times"
    case .parallel(let branches):
      title = "at the same time"
      parts = branches
    }
    return SequenceMarks.Fragment(
      title: LabelMetrics.line(title, .frameTitle), first: fragment.first, last: fragment.last,
      parts: parts, depth: fragment.depth)
  }
}
