import ArgumentGrammar
import CommandLineTool
import FindingReports
import LintelKit
import ReviewEngine

/// The pages of `Documentation` that follow from code.
enum ReferencePages {
  struct Page {
    /// Relative to `Documentation`.
    let path: String
    let text: String
  }

  static func all() throws -> [Page] {
    let rules = try RuleShelf.rules()
    return rules.map { Page(path: "Rules/\($0.descriptor.id).md", text: RulePage.markdown($0)) }
      + RuleShelf.families.map {
        Page(
          path: "Rules/family-\($0.family.rawValue).md", text: FamilyPage.markdown($0, rules))
      }
      + [
        Page(path: "Rules/README.md", text: RuleList.markdown(rules)),
        Page(path: "Commands.md", text: CommandPage.markdown(CommandCatalog.tool)),
        Page(path: "Language.md", text: LintelSchema.languageReference),
        Page(path: "lintel.schema.json", text: LintelSchema.model),
        Page(path: "profile.schema.json", text: LintelSchema.profile),
        Page(path: "report.schema.json", text: LintelSchema.report),
        Page(path: "analysis.schema.json", text: LintelSchema.figures),
        Page(path: "what-if.schema.json", text: LintelSchema.whatIf),
      ]
  }
}
