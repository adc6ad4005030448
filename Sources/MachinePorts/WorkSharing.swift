/// Has pieces of work done side by side.
public protocol WorkSharing: Sendable {
  /// Calls `piece` once with every number below `count`, in no particular order and several at a
  /// time, and returns when all calls have.
  func share(_ count: Int, _ piece: @Sendable (Int) -> Void)
}

/// Does one piece after the other.
public struct WorkInTurn: WorkSharing {
  public init() {}

  public func share(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    for number in 0..<count { piece(number) }
  }
}
