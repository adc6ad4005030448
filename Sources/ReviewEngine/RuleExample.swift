/// A model that shows when a rule fires, or that it stays silent.
///
/// `⟦…⟧` marks each place where the rule must report a finding; a text without marks must give
/// none. The examples are the rule's tests and stand in its reference page.
public struct RuleExample: Hashable, Sendable {
  /// What the example shows, as a short phrase.
  public let name: String
  /// A model without `lintel: 1`, and without `solution:` unless the name matters.
  public let markedText: String
  /// Whether it is for the tests alone and not for readers.
  public let isTestOnly: Bool

  public init(_ name: String, _ markedText: String, testOnly: Bool = false) {
    self.name = name
    self.markedText = markedText
    isTestOnly = testOnly
  }

  /// The whole model, marks included: with the two lines that every model begins with.
  public var markedModel: String {
    let lines = markedText.split(separator: "\n")
    let hasName = lines.contains { $0.drop { $0 == "⟦" }.hasPrefix("solution") }
    return "lintel: 1\n" + (hasName ? "" : "solution: Example\n") + markedText + "\n"
  }
}
