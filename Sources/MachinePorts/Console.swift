/// The terminal, or what stands in for it.
public protocol Console: Sendable {
  func writeOutput(_ bytes: [UInt8])
  func writeError(_ bytes: [UInt8])
  var outputIsTerminal: Bool { get }
  var errorIsTerminal: Bool { get }
  /// Characters a line, where the output is a terminal that tells.
  var width: Int? { get }
  /// All of standard input, up to `limit` bytes; nil when there is more or it cannot be read.
  func readInput(limit: Int) -> [UInt8]?
}

extension Console {
  public func writeOutput(_ text: String) { writeOutput(Array(text.utf8)) }
  public func writeError(_ text: String) { writeError(Array(text.utf8)) }
}
