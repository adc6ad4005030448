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
    let title =
      switch fragment.kind {
      case .optional: "optional"
      case .repeated(let times): "\(times) times"
      case .parallel: "at the same time"
      }
    return SequenceMarks.Fragment(
      title: LabelMetrics.line(title, .frameTitle), kind: fragment.kind, first: fragment.first,
      last: fragment.last, depth: fragment.depth)
  }
}
