extension RuleFamily {
  /// The family that a selection stands for as a whole: `coupling`, `coupling/*`; nil for any other.
  public init?(selection word: String) {
    self.init(rawValue: word.hasSuffix("/*") ? String(word.dropLast(2)) : word)
  }
}
