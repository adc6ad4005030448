public import MachinePorts
import Synchronization

/// Keeps what is written to it.
public final class MemoryConsole: Console {
  private struct Text {
    var output: [UInt8] = []
    var error: [UInt8] = []
  }

  public let outputIsTerminal: Bool
  public let errorIsTerminal: Bool
  public let width: Int?
  private let input: [UInt8]
  private let text = Mutex(Text())

  public init(isTerminal: Bool = false, width: Int? = nil, input: String = "") {
    outputIsTerminal = isTerminal
    errorIsTerminal = isTerminal
    self.width = width
    self.input = Array(input.utf8)
  }

  /// All that was written to standard output.
  public var output: String { text.withLock { String(decoding: $0.output, as: UTF8.self) } }
  /// All that was written to standard error.
  public var error: String { text.withLock { String(decoding: $0.error, as: UTF8.self) } }

  public func writeOutput(_ bytes: [UInt8]) { text.withLock { $0.output += bytes } }
  public func writeError(_ bytes: [UInt8]) { text.withLock { $0.error += bytes } }
  public func readInput(limit: Int) -> [UInt8]? { input.count <= limit ? input : nil }
}
