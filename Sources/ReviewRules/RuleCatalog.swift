public import ReviewEngine

/// Every built-in rule, a line each; a test compares the list with the folders.
public enum RuleCatalog {
  /// By family, then by id.
  public static let rules: [any Rule.Type] = []
}
