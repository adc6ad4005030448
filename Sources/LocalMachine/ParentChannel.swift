import MachinePorts

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// The process that started this one as a helper, behind standard input and output.
struct ParentChannel: MessageChannel {
  func send(_ message: [UInt8]) throws(ProcessError) {
    guard Descriptor.write(try MessageFraming.frame(message), to: STDOUT_FILENO) == 0 else {
      throw .ended(signal: nil, exitCode: nil)
    }
  }

  func receive(limit: Int) throws(ProcessError) -> [UInt8]? {
    guard let header = Descriptor.read(4, from: STDIN_FILENO) else { return nil }
    let length = header.reduce(0) { $0 << 8 | Int($1) }
    guard length <= limit else { throw .messageTooLong(length) }
    return Descriptor.read(length, from: STDIN_FILENO)
  }
}
