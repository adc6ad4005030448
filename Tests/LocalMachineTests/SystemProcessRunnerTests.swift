import LocalMachine
import MachinePorts
import Testing

@Suite struct SystemProcessRunnerTests {
  /// `cat` answers every frame with itself.
  private func echo() throws -> any WorkerProcess {
    try SystemProcessRunner(standIn: "/bin/cat").startSelf(arguments: [])
  }

  private func shell(_ script: String) throws -> any WorkerProcess {
    try SystemProcessRunner(standIn: "/bin/sh").startSelf(arguments: ["-c", script])
  }

  @Test("messages of any size come back whole and in order")
  func exchangesMessages() throws {
    let worker = try echo()
    for size in [0, 1, 4, 1_000, 60_000] {
      let message = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      try worker.send(message)
      #expect(try worker.receive(within: .seconds(60), limit: 1 << 20) == message)
    }
    worker.kill()
    worker.kill()
  }

  @Test("a helper that does not answer times out, and can still be asked again")
  func timesOut() throws {
    let worker = try echo()
    #expect(throws: ProcessError.timedOut) {
      try worker.receive(within: .milliseconds(1), limit: 100)
    }
    try worker.send([7])
    #expect(try worker.receive(within: .seconds(60), limit: 100) == [7])
  }

  @Test("a helper that ends says how")
  func tellsTheEnding() throws {
    for (script, ending) in [
      ("exit 3", ProcessError.ended(signal: nil, exitCode: 3)),
      ("kill -9 $$", .ended(signal: 9, exitCode: nil)),
      ("kill -11 $$", .ended(signal: 11, exitCode: nil)),
    ] {
      let worker = try shell(script)
      #expect(throws: ending) { try worker.receive(within: .seconds(60), limit: 100) }
      #expect(throws: ending) { try worker.send(Array(repeating: 0, count: 1 << 20)) }
    }
  }

  @Test("a message above the limit is refused before it is read")
  func refusesLongMessages() throws {
    let worker = try shell(#"printf '\177\377\377\377'; cat"#)
    #expect(throws: ProcessError.messageTooLong(0x7FFF_FFFF)) {
      try worker.receive(within: .seconds(60), limit: 1_000)
    }
  }

  @Test("a program that is not there cannot start")
  func cannotStart() {
    #expect(throws: ProcessError.self) {
      try SystemProcessRunner(standIn: "/nonexistent/program").startSelf(arguments: [])
    }
  }

  @Test("a helper has no crash reporter and no standard error of ours")
  func environmentOfHelpers() throws {
    let worker = try shell(
      #"printf '\0\0\0\011'; printf '%s' "$SWIFT_BACKTRACE" | head -c 9; echo lost >&2; cat"#)
    let answer = try worker.receive(within: .seconds(60), limit: 100)
    #expect(String(decoding: answer, as: UTF8.self) == "enable=no")
  }

  @Test("a helper speaks to its parent in the same frames", .timeLimit(.minutes(1)))
  func speaksToTheParent() async {
    await #expect(processExitsWith: .success) {
      let parent = SystemProcessRunner().parent
      #expect(parent != nil)
      #expect(SystemProcessRunner().processorCount >= 1)
    }
  }
}
