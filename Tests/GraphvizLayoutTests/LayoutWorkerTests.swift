import MachinePorts
import Synchronization
import Testing

@testable import GraphvizLayout

@Suite struct LayoutWorkerTests {
  /// A parent that sends some messages and keeps the answers.
  private final class Parent: MessageChannel {
    private let state: Mutex<(messages: [[UInt8]], answers: [[UInt8]])>

    init(_ messages: [[UInt8]]) { state = Mutex((messages, [])) }

    var answers: [[UInt8]] { state.withLock { $0.answers } }

    func send(_ message: [UInt8]) throws(ProcessError) {
      state.withLock { $0.answers.append(message) }
    }

    func receive(limit: Int) throws(ProcessError) -> [UInt8]? {
      state.withLock { $0.messages.isEmpty ? nil : $0.messages.removeFirst() }
    }
  }

  @Test("a worker answers each problem with a placement, and nonsense with a word")
  func answers() async {
    // In a process of its own, since a worker takes memory and core dumps away from its process.
    await #expect(processExitsWith: .success) {
      let problem = SampleProblem.random(seed: 3, boxes: 9)
      let parent = Parent([problem.bytes, [9, 9, 9], [], problem.bytes])
      LayoutWorker.run(for: parent)
      let answers = parent.answers
      #expect(answers.count == 4)
      #expect(answers[0] == answers[3])
      #expect(answers[1] == [LayoutWorker.Answer.notUnderstood.rawValue])
      #expect(answers[2] == [LayoutWorker.Answer.notUnderstood.rawValue])
      let placement = try Placement(bytes: Array(answers[0].dropFirst()), of: problem)
      PlacementPromises.check(placement, of: problem)
    }
  }
}
