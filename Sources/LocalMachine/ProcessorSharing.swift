internal import CProcessShim
public import MachinePorts
import Synchronization

/// Shares work among the processors that this process may use: one thread for each, the caller's own
/// among them, all of which have ended when the work is done.
public struct ProcessorSharing: WorkSharing {
  /// More threads than this wait for each other at the allocator more than they gain.
  private static let mostThreads = 8

  public init() {}

  public func share(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    let threads = min(Int(shim_usable_processors()), count, Self.mostThreads)
    guard threads > 1 else { return WorkInTurn().share(count, piece) }
    withoutActuallyEscaping(piece) { piece in
      let work = Work(count: count, piece)
      withExtendedLifetime(work) {
        shim_run_side_by_side(
          Int32(threads),
          { context in
            if let context { Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run() }
          }, Unmanaged.passUnretained(work).toOpaque())
      }
    }
  }

  /// What all threads take their pieces from.
  private final class Work: Sendable {
    private let count: Int
    private let piece: @Sendable (Int) -> Void
    private let next = Atomic(0)

    init(count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.piece = piece
    }

    func run() {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        piece(number)
      }
    }
  }
}
