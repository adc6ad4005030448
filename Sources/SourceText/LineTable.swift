/// Where each line of a text begins, in UTF-8 bytes.
///
/// A line ends at LF, CR LF or a lone CR, as YAML 1.2 has it.
struct LineTable: Hashable, Sendable {
  /// The offset of the first byte of each line; never empty.
  let starts: [Int]
  let byteCount: Int

  /// - Complexity: O(bytes).
  init(_ text: String) {
    var starts = [0]
    var text = text
    let byteCount = text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count, !Self.mayBreak(bytes, at: index) {
          index += 8
          continue
        }
        let byte = bytes[index]
        index += 1
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D { starts.append(index) }
      }
      return bytes.count
    }
    self.starts = starts
    self.byteCount = byteCount
  }

  /// Whether there may be a line break among the eight bytes at an index: a byte below 16.
  private static func mayBreak(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// The bytes of a line with its line break, or nil for a line that the text does not have.
  func bytes(ofLine line: Int) -> Range<Int>? {
    guard starts.indices.contains(line - 1) else { return nil }
    let end = line < starts.count ? starts[line] : byteCount
    return starts[line - 1]..<end
  }
}
