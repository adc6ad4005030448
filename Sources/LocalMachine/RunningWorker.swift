internal import CProcessShim
import MachinePorts
import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// A helper process and our ends of its pipes.
final class RunningWorker: WorkerProcess {
  /// How long a helper may leave a message unread before it counts as stuck.
  private static let sendingTime = Duration.seconds(30)

  private struct State {
    var framing = MessageFraming()
    /// How it ended, once it was collected.
    var ending: ProcessError?
  }

  private let child: pid_t
  private let input: Int32
  private let output: Int32
  private let state = Mutex(State())

  init(child: pid_t, input: Int32, output: Int32) {
    self.child = child
    self.input = input
    self.output = output
  }

  deinit { kill() }

  func send(_ message: [UInt8]) throws(ProcessError) {
    let frame = try MessageFraming.frame(message)
    let result = state.withLock { state in
      Result { () throws(ProcessError) in
        if let ending = state.ending { throw ending }
        try write(frame, &state)
      }
    }
    try result.get()
  }

  /// Waits for one message.
  ///
  /// After `timedOut` it may be called again and goes on where it was.
  func receive(within time: Duration, limit: Int) throws(ProcessError) -> [UInt8] {
    let result = state.withLock { state in
      Result { () throws(ProcessError) in
        let deadline = SystemClock().elapsed + time
        while true {
          if let message = try state.framing.next(limit: limit) { return message }
          if let ending = state.ending { throw ending }
          try read(until: deadline, &state)
        }
      }
    }
    return try result.get()
  }

  func kill() {
    state.withLock { state in
      if state.ending == nil { _ = collect(&state) }
    }
  }

  private func write(_ frame: [UInt8], _ state: inout State) throws(ProcessError) {
    let deadline = SystemClock().elapsed + Self.sendingTime
    var sent = 0
    while sent < frame.count {
      let count = frame[sent...].withUnsafeBytes { Descriptor.systemWrite(input, $0) }
      if count > 0 {
        sent += count
      } else if count < 0, errno == EAGAIN {
        guard Descriptor.wait(for: POLLOUT, on: input, until: deadline) else { throw .timedOut }
      } else if count < 0, errno != EINTR {
        throw collect(&state)
      }
    }
  }

  private func read(until deadline: Duration, _ state: inout State) throws(ProcessError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { Descriptor.systemRead(output, $0) }
    if count > 0 {
      state.framing.take(buffer[..<count])
    } else if count < 0, errno == EAGAIN {
      guard Descriptor.wait(for: POLLIN, on: output, until: deadline) else { throw .timedOut }
    } else if count == 0 || errno != EINTR {
      throw collect(&state)
    }
  }

  /// Ends the helper if it has not ended by itself, and keeps how it ended.
  ///
  /// A helper that closed its output is about to end, and its own exit code says more than our
  /// signal: so it is asked first whether it has.
  private func collect(_ state: inout State) -> ProcessError {
    close(input)
    close(output)
    var status: Int32 = 0
    if waitpid(child, &status, WNOHANG) == 0 {
      Self.signal(child)
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
    var exitCode: Int32 = -1
    var signal: Int32 = -1
    shim_read_status(status, &exitCode, &signal)
    let ending = ProcessError.ended(
      signal: signal >= 0 ? signal : nil, exitCode: exitCode >= 0 ? exitCode : nil)
    state.ending = ending
    return ending
  }

  private static func signal(_ child: pid_t) {
    #if canImport(Glibc)
      Glibc.kill(child, SIGKILL)
    #else
      Darwin.kill(child, SIGKILL)
    #endif
  }
}
