import CYAMLShim
public import SourceText

/// Bytes that are no text, with the reason and the place.
public struct YAMLTextError: Error, Hashable, Sendable {
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Why bytes are no text that YAML allows.
struct TextMistake {
  private enum Reason {
    case tooLong(bytes: Int, limit: Int)
    case utf16
    case malformed(UInt8)
    case byteOrderMark
    case lineSeparator(UInt32)
    case forbidden(UInt32)
  }

  private let reason: Reason
  private let position: SourcePosition

  /// Nil for bytes without a mistake.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: YAMLLimits) {
    if bytes.count > min(limits.bytes, 1 << 30) {
      reason = .tooLong(bytes: bytes.count, limit: limits.bytes)
      position = .start
      return
    }
    let fault = ytree_check_text(bytes.baseAddress, bytes.count)
    guard fault.found else { return nil }
    position = SourcePosition(fault.place)
    if fault.malformed, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      reason = .utf16
    } else if fault.malformed {
      reason = .malformed(UInt8(truncatingIfNeeded: fault.scalar))
    } else if fault.scalar == 0xFEFF {
      reason = .byteOrderMark
    } else if [0x85, 0x2028, 0x2029].contains(fault.scalar) {
      reason = .lineSeparator(fault.scalar)
    } else {
      reason = .forbidden(fault.scalar)
    }
  }

  func diagnostic(path: String) -> Diagnostic {
    let location = SourceLocation(path: path, range: SourceRange(start: position, length: 1))
    switch reason {
    case .tooLong(let bytes, let limit):
      return Diagnostic(
        "file-too-long", .error, "the file is \(bytes) bytes long (limit \(limit))",
        at: SourceLocation(path: path, range: .fileStart),
        help: ["split the model into several files of one folder"])
    case .utf16:
      return Diagnostic(
        "not-utf-8", .error, "the file is UTF-16, and a model is read as UTF-8", at: location,
        help: ["save the file as UTF-8"])
    case .malformed(let byte):
      return Diagnostic(
        "not-utf-8", .error, "byte \(Self.hexadecimal(UInt32(byte), digits: 2)) is not UTF-8 here",
        label: "not UTF-8", at: location, help: ["save the file as UTF-8"])
    case .byteOrderMark:
      return Diagnostic(
        "forbidden-character", .error,
        "a byte order mark (U+FEFF) stands in the middle of the text",
        label: "invisible character", at: location, help: ["delete the invisible character"])
    case .lineSeparator(let scalar):
      return Diagnostic(
        "forbidden-character", .error,
        "\(Self.name(scalar)) ends a line for some YAML readers and not for others",
        label: "special line break", at: location,
        help: ["use an ordinary line break, or write \(Self.escape(scalar)) in double quotes"])
    case .forbidden(let scalar):
      return Diagnostic(
        "forbidden-character", .error, "the character \(Self.name(scalar)) is not allowed in YAML",
        label: "not allowed", at: location,
        help: ["delete it, or write \(Self.escape(scalar)) in double quotes"])
    }
  }

  private static func name(_ scalar: UInt32) -> String {
    let known: [UInt32: String] = [
      0x00: "NUL", 0x07: "BEL", 0x08: "BACKSPACE", 0x0B: "VERTICAL TAB", 0x0C: "FORM FEED",
      0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE", 0x2028: "LINE SEPARATOR",
      0x2029: "PARAGRAPH SEPARATOR",
    ]
    let code = "U+\(hexadecimal(scalar, digits: 4))"
    return known[scalar].map { "\(code) (\($0))" } ?? code
  }

  private static func escape(_ scalar: UInt32) -> String {
    scalar < 0x100
      ? "\\x\(hexadecimal(scalar, digits: 2))" : "\\u\(hexadecimal(scalar, digits: 4))"
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
