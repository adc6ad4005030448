/// What a layout may take.
public struct LayoutSettings: Hashable, Sendable {
  /// How many helper processes work side by side; nil for as many as there are processors.
  public var workers: Int?
  /// How long a helper may take for one picture before a simpler layout is asked for.
  ///
  /// It only ends what would not end by itself: which layout a picture gets does not depend on how
  /// fast a machine is, as long as it is faster than this.
  public var timeLimit: Duration
  /// How many pictures a helper places before a fresh one takes over, for Graphviz never gives all
  /// its memory back.
  public var picturesEachWorker: Int

  public init(
    workers: Int? = nil, timeLimit: Duration = .seconds(60), picturesEachWorker: Int = 300
  ) {
    self.workers = workers
    self.timeLimit = timeLimit
    self.picturesEachWorker = picturesEachWorker
  }
}
