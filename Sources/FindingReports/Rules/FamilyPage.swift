import JSONText
import MarkupText
public import ReviewEngine
import SolutionModel

/// All about one family of rules: what it asks, its rules, and what it leaves out and why.
public enum FamilyPage {
  /// For a terminal.
  public static func text(
    _ papers: FamilyPapers, _ rules: [any Rule.Type], on medium: ReportMedium
  ) -> String {
    let ink = TerminalInk(isColored: medium.isColored)
    let members = Self.members(of: papers, rules)
    let column = members.map(\.id.count).max() ?? 0
    var lines = ["\(ink.bold(papers.family.title))  \(papers.family.rawValue)/*"]
    lines += TerminalText.lines(papers.family.summary, width: medium.width)
    lines += ["", ink.bold("Its rules")]
    for rule in members {
      let level = ink.level(rule.level, TextColumn.padded(rule.level.rawValue, to: 7))
      lines.append(
        "  \(TextColumn.padded(rule.id, to: column))  \(level)  "
          + "\(TextColumn.padded(rule.profile.rawValue, to: 11))  \(rule.title)")
    }
    if members.isEmpty { lines.append("  none yet") }
    if !papers.omissions.isEmpty {
      lines += ["", ink.bold("What it leaves out")]
      for omission in papers.omissions {
        lines += TerminalText.lines("\(omission.flaw): \(omission.reason)", width: medium.width - 4)
          .enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page in `Documentation/Rules`.
  public static func markdown(_ papers: FamilyPapers, _ rules: [any Rule.Type]) -> String {
    let members = Self.members(of: papers, rules)
    var lines = ["# \(papers.family.title)", "", papers.family.summary, ""]
    lines += ["`lintel rules '\(papers.family.rawValue)/*'` lists the family.", ""]
    if members.isEmpty {
      lines += ["It has no rules yet.", ""]
    } else {
      lines += RuleList.table(members) + [""]
    }
    if !papers.omissions.isEmpty {
      lines += ["## What it leaves out", "", "| Flaw | Why no rule looks for it |", "|---|---|"]
      lines += papers.omissions.map {
        "| \(Prose.markdown($0.flaw)) | \(Prose.markdown($0.reason)) |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  public static func json(_ papers: FamilyPapers, _ rules: [any Rule.Type]) -> String {
    JSONWriter(style: .pretty).text(value(papers, rules)) + "\n"
  }

  static func value(_ papers: FamilyPapers, _ rules: [any Rule.Type]) -> JSONValue {
    [
      "id": .string(papers.family.rawValue),
      "title": .string(papers.family.title),
      "summary": .string(papers.family.summary),
      "rules": .array(members(of: papers, rules).map { .string($0.id) }),
      "leavesOut": .array(
        papers.omissions.map { ["flaw": .string($0.flaw), "reason": .string($0.reason)] }),
    ]
  }

  private static func members(of papers: FamilyPapers, _ rules: [any Rule.Type])
    -> [RuleDescriptor]
  {
    rules.map { $0.descriptor }.filter { $0.family == papers.family }
  }
}
