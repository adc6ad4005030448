import Synchronization

/// A value that is worked out when somebody first asks for it, and kept for those who ask again.
struct Remembered<Value: Sendable>: ~Copyable, Sendable {
  private let known = Mutex<Value?>(nil)

  /// Two who ask at the same time may both work it out; they get the same.
  func value(orFrom work: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let value = work()
    known.withLock { $0 = value }
    return value
  }
}
