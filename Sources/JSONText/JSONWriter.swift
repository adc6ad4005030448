/// Writes a JSON value as text: the same value, the same bytes.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Style: Hashable, Sendable {
    /// A member a line, indented by two spaces.
    case pretty
    /// Without a space.
    case compact
  }

  private let style: Style

  public init(style: Style) { self.style = style }

  /// - Complexity: O(size of the text).
  public func text(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    append(value, depth: 0, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): appendNumber(number, to: &bytes)
    case .string(let text): appendString(text, to: &bytes)
    case .array(let items):
      appendList(items, "[", "]", depth, to: &bytes) { item, bytes in
        append(item, depth: depth + 1, to: &bytes)
      }
    case .object(let members):
      appendList(members, "{", "}", depth, to: &bytes) { member, bytes in
        appendString(member.key, to: &bytes)
        bytes += (style == .pretty ? ": " : ":").utf8
        append(member.value, depth: depth + 1, to: &bytes)
      }
    }
  }

  private func appendList<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ depth: Int, to bytes: inout [UInt8],
    _ append: (Part, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      appendBreak(depth + 1, to: &bytes)
      append(part, &bytes)
    }
    if !parts.isEmpty { appendBreak(depth, to: &bytes) }
    bytes += close.utf8
  }

  private func appendBreak(_ depth: Int, to bytes: inout [UInt8]) {
    guard style == .pretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += "  ".utf8 }
  }

  private func appendNumber(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes += "null".utf8 }
    if number == number.rounded(), abs(number) < 1e15 {
      bytes += String(Int(number)).utf8
    } else {
      bytes += number.description.utf8
    }
  }

  /// U+2028 and U+2029 are escaped as well, so that the text is a script's literal, too.
  private func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    bytes.append(0x22)
  }
}
