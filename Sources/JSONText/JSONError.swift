/// Why a text is not JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Something else must stand here, such as `a value` or `','`.
    case expected(String)
    case textAfterValue
    /// A line break, a tab or another control character in a string.
    case controlCharacter
    case unclosedString
    case badEscape
    /// Half of a character.
    case loneSurrogate
    case badNumber
    /// A number that a `Double` cannot hold.
    case numberTooLarge
    case duplicateName(String)
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
  }

  public let reason: Reason
  /// From 1; a line ends at LF, CR LF or a lone CR.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int

  init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// One headline that stands alone.
  public var message: String {
    switch reason {
    case .expected(let what): "\(what) is expected here"
    case .textAfterValue: "text stands behind the end of the JSON value"
    case .controlCharacter: "a control character stands in a string without an escape"
    case .unclosedString: "a string is not closed"
    case .badEscape: "the escape is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .loneSurrogate: "the escape is half of a character"
    case .badNumber: "the number is not written as JSON has it"
    case .numberTooLarge: "the number is too large"
    case .duplicateName(let name): "the name '\(name)' is given twice in one object"
    case .tooDeep(let limit): "arrays and objects are nested too deep (limit \(limit))"
    case .tooLong(let limit): "the text is too long (limit \(limit) bytes)"
    }
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "\(line):\(column): \(message)" }
}
