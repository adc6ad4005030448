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
  private let isSafeInHTML: Bool
  /// By byte; false for those that never belong to an escaped scalar.
  private let mayNeedEscape: [Bool]

  /// - Parameters:
  ///   - style: how the text is laid out.
  ///   - isSafeInHTML: whether `<`, `>` and `&` are escaped, so that the text can stand in a
  ///     `script` element and cannot end it.
  public init(style: Style, isSafeInHTML: Bool = false) {
    self.style = style
    self.isSafeInHTML = isSafeInHTML
    mayNeedEscape = (UInt8.min...UInt8.max).map { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xE2: true
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): isSafeInHTML
      default: false
      }
    }
  }

  /// The text of a value, without a line break at its end.
  ///
  /// - Complexity: O(size of the text).
  public func text(_ value: JSONValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  /// The text of a value as UTF-8.
  public func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, depth: 0, to: &bytes)
    return bytes
  }

  private func append(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): append(number, to: &bytes)
    case .string(let text): append(text, to: &bytes)
    case .array(let items): append(items, depth: depth, to: &bytes)
    case .object(let members): append(members, depth: depth, to: &bytes)
    }
  }

  private func append(_ items: [JSONValue], depth: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for index in items.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendBreak(depth + 1, to: &bytes)
      append(items[index], depth: depth + 1, to: &bytes)
    }
    if !items.isEmpty { appendBreak(depth, to: &bytes) }
    bytes.append(UInt8(ascii: "]"))
  }

  private func append(_ members: [JSONValue.Member], depth: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for index in members.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendBreak(depth + 1, to: &bytes)
      append(members[index].key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      if style == .pretty { bytes.append(UInt8(ascii: " ")) }
      append(members[index].value, depth: depth + 1, to: &bytes)
    }
    if !members.isEmpty { appendBreak(depth, to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendBreak(_ depth: Int, to bytes: inout [UInt8]) {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// The shortest digits that read back as the same number; none behind the point of a whole one.
  private func append(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes += "null".utf8 }
    let isExactInteger = number.magnitude < 0x1p53 && number == number.rounded()
    bytes += (isExactInteger ? String(Int(number)) : number.description).utf8
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { mayNeedEscape[Int($0)] }) {
      for scalar in text.unicodeScalars {
        if needsEscape(scalar) {
          bytes += Self.escape(scalar).utf8
        } else {
          UTF8.encode(scalar).map { bytes += $0 }
        }
      }
    } else {
      bytes += text.utf8
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// U+2028 and U+2029 are escaped as well, so that the text is a script's literal, too.
  private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..<" ", "\"", "\\", "\u{7F}", "\u{2028}", "\u{2029}": true
    case "<", ">", "&": isSafeInHTML
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
