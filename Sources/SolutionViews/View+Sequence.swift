extension View {
  /// What the steps of a flow say when they are shown one below the other.
  public struct Sequence: Hashable, Sendable {
    /// Steps that belong together.
    public struct Fragment: Hashable, Sendable {
      public enum Kind: Hashable, Sendable {
        /// At the same time; the connections at which the second and later branches begin.
        case parallel(branches: [Int])
        case optional
        case repeated(times: Int)
      }

      public let kind: Kind
      /// Places of the first and the last of its connections.
      public let first: Int
      public let last: Int
      /// How many others it lies in.
      public let depth: Int
    }

    /// What is known when a connection is done.
    public struct Moment: Hashable, Sendable {
      /// The time of work inside one element; nil for a message, and where nobody declares it.
      public let work: Duration?
      /// Since the start of the flow, a sum of p95 figures.
      public let elapsed: Duration
      /// Whether the times of all steps before are known, so that `elapsed` is not just a lower bound.
      public let isWhole: Bool
      /// Whether it lies on the longest way, where branches at the same time leave a choice.
      public let isCritical: Bool
    }

    /// Outer ones before inner ones, else by their first connection.
    public let fragments: [Fragment]
    /// One for each connection.
    public let moments: [Moment]
  }
}
