import SolutionModel
import SourceText

/// What makes a finding the same after an edit: its rule and the parts that elements play in it.
///
/// The digest covers `lintel/1`, the rule, the sorted roles with the lasting names of their subjects,
/// and the discriminator. It never covers a line, an order, a message, a level or a setting, so a
/// finding keeps it while the model is edited, sorted, split over files and renamed with `formerly`.
struct Fingerprint: Hashable, Sendable {
  /// What is digested.
  private let text: String

  init(of finding: Finding, by rule: RuleDescriptor, in names: LastingNames) {
    var text = "lintel/1\n"
    text.reserveCapacity(240)
    text += rule.formerIDs.first ?? rule.id
    text += "\n"
    for role in names.sorted(finding.roles) {
      text += role.name
      text += "="
      text += role.subject
      text += "\n"
    }
    // Last, so that no text in it can pass for a role.
    text += finding.discriminator ?? ""
    self.text = text
  }

  /// 32 hexadecimal digits: 128 bits of SHA-256.
  ///
  /// Worked out when they are asked for: not every report shows them.
  var digits: String { ContentDigest(of: text).hexadecimal(32) }
}
