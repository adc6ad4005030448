/// The names that an object has so far; `insert` is false for one that is there already.
private struct MemberNames {
  private var few: [String] = []
  private var many: Set<String> = []

  // Hashing pays only for objects with many members.
  mutating func insert(_ name: String) -> Bool {
    guard few.count == 8 else {
      defer { few.append(name) }
      return !few.contains(name)
    }
    return !few.contains(name) && many.insert(name).inserted
  }
}

/// Where reading stands in a JSON text.
///
/// It cannot be copied, so no place is read twice by accident.
struct JSONCursor: ~Copyable {
  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var next = 0
  private var depth = 0

  init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func readDocument() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try readValue()
    skipSpace()
    guard next == bytes.count else { throw error(.textAfterValue) }
    return value
  }

  private mutating func readValue() throws(JSONError) -> JSONValue {
    guard let first = peek else { throw error(.expected("a value")) }
    switch first {
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: break
    }
    for (word, value) in Self.words where bytes[next...].starts(with: word.utf8) {
      next += word.utf8.count
      return value
    }
    throw error(.expected("a value"))
  }

  private static let words: [(String, JSONValue)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  private mutating func readArray() throws(JSONError) -> JSONValue {
    try enter()
    var items: [JSONValue] = []
    while !take(UInt8(ascii: "]")) {
      if !items.isEmpty { try readComma(or: "]") }
      items.append(try readValue())
      skipSpace()
    }
    depth -= 1
    return .array(items)
  }

  private mutating func readObject() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    while !take(UInt8(ascii: "}")) {
      if !members.isEmpty { try readComma(or: "}") }
      let start = next
      guard peek == UInt8(ascii: "\"") else { throw error(.expected("a name in double quotes")) }
      let name = try readString()
      guard names.insert(name) else { throw error(.duplicateName(name), at: start) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error(.expected("':'")) }
      skipSpace()
      members.append(JSONValue.Member(name, try readValue()))
      skipSpace()
    }
    depth -= 1
    return .object(members)
  }

  private mutating func enter() throws(JSONError) {
    guard depth < maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
    depth += 1
    next += 1
    skipSpace()
  }

  private mutating func readComma(or end: Character) throws(JSONError) {
    guard take(UInt8(ascii: ",")) else { throw error(.expected("',' or '\(end)'")) }
    skipSpace()
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = next
    _ = take(UInt8(ascii: "-"))
    let isWrong = peek == UInt8(ascii: "0") ? skipDigits() != 1 : skipDigits() == 0
    var isWhole = true
    if isWrong { throw error(.badNumber, at: start) }
    if take(UInt8(ascii: ".")) {
      isWhole = false
      if skipDigits() == 0 { throw error(.badNumber, at: start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if skipDigits() == 0 { throw error(.badNumber, at: start) }
    }
    let digits = String(decoding: bytes[start..<next], as: UTF8.self)
    if isWhole, let integer = Int(digits) { return .integer(integer) }
    guard let number = Double(digits), number.isFinite else {
      throw error(.numberTooLarge, at: start)
    }
    return .number(number)
  }

  private mutating func skipDigits() -> Int {
    let start = next
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
    return next - start
  }
}

extension JSONCursor {
  private mutating func readString() throws(JSONError) -> String {
    let start = next
    next += 1
    var text = ""
    var runStart = next
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[runStart..<next], as: UTF8.self)
        next += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[runStart..<next], as: UTF8.self)
        text.unicodeScalars.append(try readEscape())
        runStart = next
      case 0..<0x20: throw error(.controlCharacter)
      default: next += 1
      }
    }
    throw error(.unclosedString, at: start)
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    let start = next
    next += 1
    let sign = peek
    next += 1
    switch sign {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
    default: throw error(.badEscape, at: start)
    }
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try readHexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[next...].starts(with: "\\u".utf8) else {
      throw error(.loneSurrogate, at: start)
    }
    next += 2
    let second = try readHexadecimal(from: start)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func readHexadecimal(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw error(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      next += 1
    }
    return value
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    next += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      next += 1
    }
  }

  /// An error at a byte, or where reading stands.
  private func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    let offset = min(offset ?? next, bytes.count)
    var line = 1
    var column = 1
    for index in 0..<offset {
      switch bytes[index] {
      case 0x0A where index > 0 && bytes[index - 1] == 0x0D: continue
      case 0x0A, 0x0D: (line, column) = (line + 1, 1)
      case 0x80..<0xC0: continue
      default: column += 1
      }
    }
    return JSONError(reason, line: line, column: column)
  }
}
