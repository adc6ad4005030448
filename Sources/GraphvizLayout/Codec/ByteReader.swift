/// Reads what `ByteWriter` wrote, and survives anything else.
struct ByteReader: ~Copyable {
  /// The bytes are not what was expected.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  mutating func byte() throws(Malformed) -> UInt8 { try UInt8(number(of: 1)) }

  mutating func integer() throws(Malformed) -> Int {
    Int(Int32(truncatingIfNeeded: try number(of: 4)))
  }

  /// A place below `count`; nil for -1.
  mutating func place(below count: Int) throws(Malformed) -> Int? {
    let place = try integer()
    guard place >= -1, place < count else { throw Malformed() }
    return place < 0 ? nil : place
  }

  mutating func key() throws(Malformed) -> UInt64 { try number(of: 8) }

  /// A number that is not infinite.
  mutating func double() throws(Malformed) -> Double {
    let value = Double(bitPattern: try number(of: 8))
    guard value.isFinite else { throw Malformed() }
    return value
  }

  mutating func text() throws(Malformed) -> String {
    let count = try integer()
    guard count >= 0, count <= bytes.count - next else { throw Malformed() }
    defer { next += count }
    return String(decoding: bytes[next..<(next + count)], as: UTF8.self)
  }

  mutating func list<Value>(
    _ each: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try integer()
    // Every value takes a byte or more, so a wrong count cannot take more memory than the message.
    guard count >= 0, count <= bytes.count - next else { throw Malformed() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  private mutating func number(of count: Int) throws(Malformed) -> UInt64 {
    guard bytes.count - next >= count else { throw Malformed() }
    var value: UInt64 = 0
    for place in 0..<count { value |= UInt64(bytes[next + place]) << UInt64(8 * place) }
    next += count
    return value
  }
}
