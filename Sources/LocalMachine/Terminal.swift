internal import CProcessShim
public import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The standard streams of this process.
///
/// A reader that goes away (`lintel rules | head`) is no error: what is left is dropped, and the
/// exit code remains that of the job. A standard output that cannot take its bytes for another
/// reason, such as a full disk, ends the process with exit code 2 and a word on standard error: half
/// a report must not pass for a whole one.
public struct Terminal: Console {
  public init() { shim_ignore_broken_pipes() }

  public func writeOutput(_ bytes: [UInt8]) {
    let problem = Descriptor.write(bytes, to: STDOUT_FILENO)
    guard problem != 0, problem != EPIPE else { return }
    writeError("cannot write to standard output: \(String(cString: strerror(problem)))\n")
    exit(2)
  }

  public func writeError(_ bytes: [UInt8]) {
    _ = Descriptor.write(bytes, to: STDERR_FILENO)
  }

  public var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  public var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  public var width: Int? {
    [STDOUT_FILENO, STDERR_FILENO].lazy.map { Int(shim_terminal_columns($0)) }.first { $0 > 0 }
  }

  public func readInput(limit: Int) -> [UInt8]? {
    guard case .whole(let bytes) = Descriptor.readAll(STDIN_FILENO, limit: limit) else {
      return nil
    }
    return bytes
  }
}
