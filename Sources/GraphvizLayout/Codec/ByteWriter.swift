/// Writes numbers as bytes, little end first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt8) { bytes.append(value) }

  mutating func write(_ value: Int) {
    let number = UInt32(truncatingIfNeeded: value)
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Nil becomes -1, which no place is.
  mutating func write(_ place: Int?) { write(place ?? -1) }

  mutating func write(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Every bit of it.
  mutating func write(_ value: Double) { write(value.bitPattern) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// The number of values, then each of them.
  mutating func write<Value>(_ values: [Value], _ each: (inout ByteWriter, Value) -> Void) {
    write(values.count)
    for value in values { each(&self, value) }
  }
}
