import LocalMachine
import MachinePorts
import Testing

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

@Suite struct TerminalTests {
  @Test("what is written to standard output and error arrives there")
  func writes() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      Terminal().writeOutput("result")
      Terminal().writeError("progress")
    }
    let ended = try #require(result)
    let output = String(decoding: ended.standardOutputContent, as: UTF8.self)
    let errors = String(decoding: ended.standardErrorContent, as: UTF8.self)
    #expect(output.contains("result"))
    #expect(!output.contains("progress"))
    #expect(errors.contains("progress"))
  }

  @Test("a reader that went away is no error")
  func survivesClosedPipes() async {
    await #expect(processExitsWith: .exitCode(7)) {
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      dup2(ends[1], STDOUT_FILENO)
      close(ends[0])
      Terminal().writeOutput("nobody reads this")
      exit(7)
    }
  }

  @Test(
    "a full disk ends the process with exit code 2", .enabled(if: access("/dev/full", W_OK) == 0))
  func failsOnFullDisks() async {
    await #expect(processExitsWith: .exitCode(2)) {
      dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO)
      Terminal().writeOutput("half a report")
      exit(0)
    }
  }

  @Test("standard input is read whole, up to a limit")
  func readsInput() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      try folder.put("12345", at: "input")
      dup2(open(folder("input"), O_RDONLY), STDIN_FILENO)
      #expect(Terminal().readInput(limit: 5) == Array("12345".utf8))
      lseek(STDIN_FILENO, 0, SEEK_SET)
      #expect(Terminal().readInput(limit: 4) == nil)
    }
  }
}
