/// How much of a text is read before it is refused, so that no text can use up the machine.
public struct YAMLLimits: Hashable, Sendable {
  /// At most 1 GiB.
  public var bytes = 64 << 20
  /// How many collections may lie in one another.
  public var depth = 100
  public var nodes = 8_000_000
  /// The nodes that all aliases together may stand for.
  public var aliasedNodes = 1_000_000
  /// How many diagnostics a text may have; of the rest only the number is told.
  public var diagnostics = 100

  public init() {}
}
