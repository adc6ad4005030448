/// Reads JSON as RFC 8259 has it, and nothing beside it: no comments, no commas at the end.
///
/// Stricter in two things that the standard leaves open, because programs differ on them: a name
/// stands once in an object, and an escaped surrogate has its other half.
public struct JSONReader: Sendable {
  /// How many arrays and objects may lie in one another.
  public var maximumDepth: Int
  /// The most bytes that a text may have.
  public var maximumLength: Int

  public init(maximumDepth: Int = 200, maximumLength: Int = 64 << 20) {
    self.maximumDepth = maximumDepth
    self.maximumLength = maximumLength
  }

  /// The value that a text consists of.
  ///
  /// - Complexity: O(length of the text).
  public func value(_ text: String) throws(JSONError) -> JSONValue {
    let bytes = Array(text.utf8)
    guard bytes.count <= maximumLength else {
      throw JSONError(.tooLong(limit: maximumLength), line: 1, column: 1)
    }
    var cursor = JSONCursor(bytes, maximumDepth: maximumDepth)
    return try cursor.readDocument()
  }
}
