/// What a plain scalar means in the core schema of YAML 1.2. All of it is nil for a quoted scalar,
/// for one with the tag `!!str` and for a collection.
extension YAMLNode {
  /// Whether it is a plain scalar that reads as nothing: empty, `~` or `null`.
  public var isNull: Bool { isPlain && tree.isShort(index) && CoreSchema.isNull(text) }

  /// The truth value that `true` or `false` stands for.
  public var truthValue: Bool? { isPlain ? CoreSchema.truthValue(text) : nil }

  /// The truth value that YAML 1.1 reads where YAML 1.2 reads a text, as in `yes` or `off`.
  ///
  /// For help only.
  public var truthValueOfYAML11: Bool? { isPlain ? CoreSchema.truthValueOfYAML11(text) : nil }

  /// The integer that the scalar stands for: decimal, `0o17` or `0xFF`.
  ///
  /// Nil also for one that does not fit into an `Int`.
  public var integer: Int? { isPlain ? CoreSchema.integer(text) : nil }

  /// The finite number that the scalar stands for, whole or not.
  public var number: Double? { isPlain ? CoreSchema.number(text) : nil }
}
