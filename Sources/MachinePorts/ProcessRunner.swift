/// Starts helpers of Lintel's own kind: the same executable with a hidden command.
public protocol ProcessRunner: Sendable {
  /// Starts this executable again with other arguments, its standard input and output as pipes.
  func startSelf(arguments: [String]) throws(ProcessError) -> any WorkerProcess

  /// How many workers are worth starting: the processors that this process may use, at least 1.
  var processorCount: Int { get }

  /// The process that started this one by `startSelf`; nil where there is no such thing.
  var parent: (any MessageChannel)? { get }
}

extension ProcessRunner {
  public var parent: (any MessageChannel)? { nil }
}

/// The other end of a helper's pipes, as the helper sees it, with the same framing.
public protocol MessageChannel: Sendable {
  func send(_ message: [UInt8]) throws(ProcessError)

  /// Waits for one message of at most `limit` bytes; nil when no more will come.
  func receive(limit: Int) throws(ProcessError) -> [UInt8]?
}

/// A running helper that is spoken to in framed messages: a length of four bytes, big-endian, then
/// the bytes.
public protocol WorkerProcess: Sendable {
  func send(_ message: [UInt8]) throws(ProcessError)

  /// Waits for one message of at most `limit` bytes.
  func receive(within time: Duration, limit: Int) throws(ProcessError) -> [UInt8]

  /// Ends the helper at once and collects it. Calling it again does nothing.
  func kill()
}

public enum ProcessError: Error, Hashable, Sendable {
  case cannotStart(String)
  /// No answer within the time given.
  case timedOut
  /// The helper ended: by a signal, or with an exit code.
  case ended(signal: Int32?, exitCode: Int32?)
  case messageTooLong(Int)
}
