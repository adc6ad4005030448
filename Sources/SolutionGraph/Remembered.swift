import Synchronization

/// A value that is worked out when somebody first asks for it, and kept for those who ask again.
struct Remembered<Value: Sendable>: ~Copyable, Sendable {
  private let known = Mutex<Value?>(nil)

  /// Who asks while it is worked out waits, which is shorter than working it out as well.
  ///
  /// So what is worked out must never ask for itself.
  func value(orFrom work: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let value = work()
      known = value
      return value
    }
  }
}
