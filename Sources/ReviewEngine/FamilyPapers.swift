/// What is said of a family of rules beside its rules.
public struct FamilyPapers: Hashable, Sendable {
  /// A check that a reviewer may expect and that the family does not have.
  public struct Omission: Hashable, Sendable {
    /// The flaw that is not looked for, as a short phrase.
    public let flaw: String
    /// Why not, in one sentence.
    public let reason: String

    public init(_ flaw: String, _ reason: String) {
      self.flaw = flaw
      self.reason = reason
    }
  }

  public let family: RuleFamily
  public let omissions: [Omission]

  public init(_ family: RuleFamily, leavesOut omissions: [Omission] = []) {
    self.family = family
    self.omissions = omissions
  }
}
