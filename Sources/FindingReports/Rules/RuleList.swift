import JSONText
import MarkupText
public import ReviewEngine
import SolutionModel

/// The rules as a list.
public enum RuleList {
  /// By family: id, level, profile and title; then what each profile is for.
  public static func text(_ rules: [any Rule.Type], on medium: ReportMedium) -> String {
    let ink = TerminalInk(isColored: medium.isColored)
    let column = rules.map { $0.descriptor.id.count }.max() ?? 0
    var lines: [String] = []
    for family in RuleFamily.allCases {
      let members = rules.map { $0.descriptor }.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append("\(ink.bold(family.rawValue + "/*"))  \(family.summary)")
      for rule in members {
        let id = TextColumn.padded(rule.id, to: column)
        let level = ink.level(rule.level, TextColumn.padded(rule.level.rawValue, to: 7))
        let profile = TextColumn.padded(rule.profile.rawValue, to: 11)
        lines.append("  \(id)  \(level)  \(profile)  \(rule.title)")
      }
    }
    lines += ["", ink.bold("profiles") + "  Each has the rules of those before it."]
    for profile in ReviewProfile.allCases {
      let count = rules.count { $0.descriptor.profile <= profile }
      let head = "  \(TextColumn.padded(profile.rawValue, to: 11))  "
      let body = TerminalText.lines(
        "\(SummaryWords.count(count, "rule")). \(profile.purpose)", width: medium.width - 15)
      lines += body.enumerated().map {
        ($0 == 0 ? head : String(repeating: " ", count: head.count)) + $1
      }
    }
    let count = SummaryWords.count(rules.count, "rule")
    return
      (lines + [
        "",
        "\(count); 'lintel explain RULE' says all about one, 'lintel explain FAMILY' what it "
          + "leaves out",
      ]).joined(separator: "\n") + "\n"
  }

  public static func markdown(_ rules: [any Rule.Type]) -> String {
    var lines = ["# Rules", ""]
    lines += ["## Profiles", "", "Each profile has the rules of those before it.", ""]
    lines += ["| Profile | Rules | What it is for |", "|---|---|---|"]
    lines += ReviewProfile.allCases.map { profile in
      let count = rules.count { $0.descriptor.profile <= profile }
      return "| `\(profile.rawValue)` | \(count) | \(profile.purpose) |"
    }
    lines.append("")
    for family in RuleFamily.allCases {
      let members = rules.map { $0.descriptor }.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      lines += ["## [\(family.title)](family-\(family.rawValue).md)", "", family.summary, ""]
      lines += table(members) + [""]
    }
    return lines.joined(separator: "\n")
  }

  static func table(_ rules: [RuleDescriptor]) -> [String] {
    ["| Rule | Level | Profile | Finds |", "|---|---|---|---|"]
      + rules.map { rule in
        "| [`\(rule.id)`](\(rule.id).md) | \(rule.level.rawValue) | \(rule.profile.rawValue) | "
          + "\(Prose.markdown(rule.summary)) |"
      }
  }

  /// The rules with their papers, and the families that they belong to.
  public static func json(_ rules: [any Rule.Type], _ families: [FamilyPapers]) -> String {
    let used = families.filter { papers in
      rules.contains { $0.descriptor.family == papers.family }
    }
    let value: JSONValue = [
      "families": .array(used.map { FamilyPage.value($0, rules) }),
      "profiles": .array(
        ReviewProfile.allCases.map {
          ["id": .string($0.rawValue), "purpose": .string($0.purpose)]
        }),
      "rules": .array(rules.map(value)),
    ]
    return JSONWriter(style: .pretty).text(value) + "\n"
  }

  /// One rule with its papers.
  public static func json(of rule: any Rule.Type) -> String {
    JSONWriter(style: .pretty).text(value(rule)) + "\n"
  }

  private static func value(_ rule: any Rule.Type) -> JSONValue {
    let papers = rule.descriptor
    let settings = RuleSettings.rows(of: rule).map { row -> JSONValue in
      [
        "key": .string(row.key), "summary": .string(row.summary),
        "default": .string(row.value), "values": .string(row.values),
      ]
    }
    return [
      "id": .string(papers.id), "title": .string(papers.title),
      "family": .string(papers.family.rawValue), "level": .string(papers.level.rawValue),
      "weighs": .array(
        LevelFactor.allCases.filter(papers.weighs.contains).map { .string($0.rawValue) }),
      "styleNote": JSONValue(papers.styleNote),
      "profile": .string(papers.profile.rawValue), "quality": .string(papers.quality.rawValue),
      "summary": .string(papers.summary), "rationale": .string(papers.rationale),
      "detection": .string(papers.detection), "remedy": .string(papers.remedy),
      "falsePositives": .string(papers.falsePositives), "question": .string(papers.question),
      "explainedBy": .array(papers.explainedBy.map(JSONValue.string)),
      "references": .array(papers.references.map(JSONValue.string)),
      "since": .string(papers.since), "settings": .array(settings),
    ]
  }
}
