import SolutionModel
import SourceText

/// What makes a finding the same after an edit: its rule and the parts that elements play in it.
///
/// The digest covers `lintel/1`, the rule, the sorted roles with the lasting names of their subjects,
/// and the discriminator. It never covers a line, an order, a message, a level or a setting, so a
/// finding keeps it while the model is edited, sorted, split over files and renamed with `formerly`.
struct Fingerprint: Hashable, Sendable {
  private let rule: String
  private let roles: [Finding.Role]
  private let discriminator: String?
  private let names: LastingNames

  static func of(_ finding: Finding, by rule: RuleDescriptor, in names: LastingNames) -> Self {
    Self(
      rule: rule.formerIDs.first ?? rule.id, roles: finding.roles,
      discriminator: finding.discriminator, names: names)
  }

  /// 32 hexadecimal digits: 128 bits of SHA-256.
  ///
  /// Worked out when they are asked for: not every report shows them.
  var digits: String { ContentDigest(of: text).hexadecimal(32) }

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// What is digested.
  private var text: String {
    var text = "lintel/1\n"
    text.reserveCapacity(240)
    text += rule
    text += "\n"
    for role in names.sorted(roles) {
      text += role.name
      text += "="
      text += role.subject
      text += "\n"
    }
    // Last, so that no text in it can pass for a role.
    text += discriminator ?? ""
    return text
  }
}
