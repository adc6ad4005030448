import JSONText
import MarkupText
public import ReviewEngine
import SolutionModel

/// The rules as a list.
public enum RuleList {
  /// By family: id, level, profile and title.
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
        let id = padded(rule.id, to: column)
        let level = ink.level(rule.level, padded(rule.level.rawValue, to: 7))
        lines.append("  \(id)  \(level)  \(padded(rule.profile.rawValue, to: 11))  \(rule.title)")
      }
    }
    let count = SummaryWords.count(rules.count, "rule")
    return (lines + ["", "\(count); 'lintel explain RULE' says all about one"])
      .joined(separator: "\n") + "\n"
  }

  public static func markdown(_ rules: [any Rule.Type]) -> String {
    var lines = ["# Rules", ""]
    for family in RuleFamily.allCases {
      let members = rules.map { $0.descriptor }.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      lines += ["## \(family.title)", "", family.summary, ""]
      lines += ["| Rule | Level | Profile | Finds |", "|---|---|---|---|"]
      lines += members.map { rule in
        "| [`\(rule.id)`](\(rule.id).md) | \(rule.level.rawValue) | \(rule.profile.rawValue) | "
          + "\(Prose.markdown(rule.summary)) |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  public static func json(_ rules: [any Rule.Type]) -> String {
    let values = rules.map { rule -> JSONValue in
      let papers = rule.descriptor
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
        "since": .string(papers.since),
        "settings": .array(
          RuleSettings.rows(of: rule).map {
            [
              "key": .string($0.key), "summary": .string($0.summary),
              "default": .string($0.value), "values": .string($0.values),
            ]
          }),
      ]
    }
    return JSONWriter(style: .pretty).text(.array(values)) + "\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
