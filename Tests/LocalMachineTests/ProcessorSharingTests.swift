import LocalMachine
import Synchronization
import Testing

@Suite struct ProcessorSharingTests {
  @Test("every piece is done once, and all are done on return", arguments: [0, 1, 2, 7, 1000])
  func onceEach(count: Int) {
    let done = Mutex([Int](repeating: 0, count: count))
    ProcessorSharing().share(count) { number in done.withLock { $0[number] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test("a piece may share work of its own")
  func nested() {
    let sum = Mutex(0)
    ProcessorSharing().share(8) { outer in
      ProcessorSharing().share(8) { inner in sum.withLock { $0 += outer * 8 + inner } }
    }
    #expect(sum.withLock { $0 } == 64 * 63 / 2)
  }
}
