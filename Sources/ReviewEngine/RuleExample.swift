/// A model that shows when a rule fires, or that it stays silent.
///
/// `⟦…⟧` marks each place where the rule must report a finding; a text without marks must give
/// none. The examples are the rule's tests and stand in its reference page.
public struct RuleExample: Hashable, Sendable {
  /// What the example shows, as a short phrase.
  public let name: String
  /// A whole model without `lintel: 1` and `solution:`, which are put in front of it.
  public let markedText: String
  /// Whether it is for the tests alone and not for readers.
  public let isTestOnly: Bool

  public init(_ name: String, _ markedText: String, testOnly: Bool = false) {
    self.name = name
    self.markedText = markedText
    isTestOnly = testOnly
  }
}
