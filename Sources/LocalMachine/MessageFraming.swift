import MachinePorts

/// Messages on a stream of bytes: a length of four bytes, big-endian, then the bytes.
struct MessageFraming {
  private var received: [UInt8] = []

  static func frame(_ message: [UInt8]) throws(ProcessError) -> [UInt8] {
    guard let length = UInt32(exactly: message.count) else {
      throw .messageTooLong(message.count)
    }
    let header = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
    return header + message
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) { received.append(contentsOf: bytes) }

  /// Whether a message was begun but is not yet whole.
  var isWaiting: Bool { !received.isEmpty }

  /// The next message, once it is whole.
  mutating func next(limit: Int) throws(ProcessError) -> [UInt8]? {
    guard received.count >= 4 else { return nil }
    let length = received[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= limit else { throw .messageTooLong(length) }
    guard received.count >= 4 + length else { return nil }
    let message = Array(received[4..<(4 + length)])
    received.removeFirst(4 + length)
    return message
  }
}
