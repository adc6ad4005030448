public import SolutionViews

/// What a picture of steps one below the other shows beside its boxes and arrows.
public struct SequenceMarks: Hashable, Sendable {
  /// A border around arrows that belong together.
  public struct Fragment: Hashable, Sendable {
    /// `at the same time`, `optional`, `20 times`.
    public let title: TextLine
    public let kind: View.Sequence.Fragment.Kind
    /// Places of its first and last arrow.
    public let first: Int
    public let last: Int
    /// How many others it lies in.
    public let depth: Int

    public init(
      title: TextLine, kind: View.Sequence.Fragment.Kind, first: Int, last: Int, depth: Int
    ) {
      self.title = title
      self.kind = kind
      self.first = first
      self.last = last
      self.depth = depth
    }

    /// Places of the arrows before which a line parts it.
    public var parts: [Int] {
      switch kind {
      case .parallel(let branches): branches
      case .optional, .repeated: []
      }
    }
  }

  public let fragments: [Fragment]
  /// For each arrow the time since the start; nil where it says nothing new.
  public let clocks: [TextLine?]
  /// For each arrow whether it lies on the longest way.
  public let isCritical: [Bool]

  public init(fragments: [Fragment], clocks: [TextLine?], isCritical: [Bool]) {
    self.fragments = fragments
    self.clocks = clocks
    self.isCritical = isCritical
  }
}
