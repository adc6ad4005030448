import SolutionModel

/// A selector whose names are not resolved yet.
indirect enum SelectorDraft {
  /// A word of the text, with its place in Unicode scalars.
  struct Name: Hashable {
    let text: String
    let range: Range<Int>

    init(_ text: String, _ range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  case element(Name)
  case children(Name)
  case descendants(Name)
  case incoming(SelectorDraft)
  case outgoing(SelectorDraft)
  case neighbours(SelectorDraft)
  case links(SelectorDraft, SelectorDraft)
  case predicate(PredicateDraft)
  case everything
}

/// A condition whose keys and values are not checked yet.
indirect enum PredicateDraft {
  case compare(SelectorDraft.Name, Predicate.Comparison, SelectorDraft.Name)
  case isOneOf(SelectorDraft.Name, [SelectorDraft.Name])
  case has(SelectorDraft.Name)
  case not(PredicateDraft)
  case and(PredicateDraft, PredicateDraft)
  case or(PredicateDraft, PredicateDraft)
}
