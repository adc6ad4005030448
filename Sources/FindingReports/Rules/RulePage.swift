import MarkupText
public import ReviewEngine
import SolutionModel

/// All about one rule: its papers under fixed headings.
public enum RulePage {
  private struct Section {
    let heading: String
    let body: String
  }

  private static func sections(_ papers: RuleDescriptor) -> [Section] {
    [
      Section(heading: "What it finds", body: papers.summary),
      Section(heading: "Why it matters", body: papers.rationale),
      Section(heading: "How it is found", body: papers.detection),
    ]
      + context(papers) + [
        Section(heading: "What to do", body: papers.remedy),
        Section(heading: "When it is wrong", body: papers.falsePositives),
        Section(heading: "What to ask", body: papers.question),
      ]
  }

  /// What else decides, where something does.
  private static func context(_ papers: RuleDescriptor) -> [Section] {
    let factors = LevelFactor.allCases.filter(papers.weighs.contains).map(\.rule)
    let level = factors + (papers.weighs.count > 1 ? ["Together one level at most."] : [])
    return [
      ("What moves its level", level.isEmpty ? nil : level.joined(separator: " ")),
      ("What the style of the review changes", papers.styleNote),
      ("What may explain it", explanation(papers)),
    ].compactMap { heading, body in body.map { Section(heading: heading, body: $0) } }
  }

  /// Which findings its own may stand below.
  private static func explanation(_ papers: RuleDescriptor) -> String? {
    let others = papers.explainedBy.filter { $0 != papers.id }.map { "`\($0)`" }
    var sentences: [String] = []
    if !others.isEmpty {
      let list = others.joined(separator: " or ")
      sentences.append("Where \(list) has a finding about its cause, it stands below that one.")
    }
    if papers.explainedBy.contains(papers.id) {
      sentences.append("Findings with a cause in common stand below the first of them.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// For a terminal.
  public static func text(_ rule: any Rule.Type, on medium: ReportMedium) -> String {
    let papers = rule.descriptor
    let ink = TerminalInk(isColored: medium.isColored)
    var lines = [
      "\(ink.bold(papers.title))  \(papers.family.rawValue)/\(papers.id)",
      "level \(papers.level.rawValue) · profile \(papers.profile.rawValue) and above · "
        + "\(papers.quality.rawValue) · since \(papers.since)",
    ]
    for section in sections(papers) {
      lines += ["", ink.bold(section.heading)]
      lines += TerminalText.lines(section.body, width: medium.width - 2).map { "  " + $0 }
    }
    let settings = RuleSettings.rows(of: rule)
    if !settings.isEmpty {
      lines += ["", ink.bold("What can be set")]
      lines += settings.map { "  \($0.key): \($0.value)  \($0.summary); \($0.values)" }
    }
    for example in papers.examples where !example.isTestOnly {
      lines += ["", ink.bold("Example: \(example.name)")]
      lines += ExampleText.lines(example).map { "  " + $0 }
    }
    if !papers.references.isEmpty {
      lines += ["", ink.bold("Read more")] + papers.references.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page in `Documentation/Rules`.
  public static func markdown(_ rule: any Rule.Type) -> String {
    markdown(rule.descriptor, settings: RuleSettings.rows(of: rule))
  }

  static func markdown(_ papers: RuleDescriptor, settings: [RuleSettings.Row] = []) -> String {
    var lines = [
      "# \(papers.title)", "",
      "`\(papers.family.rawValue)/\(papers.id)` · level **\(papers.level.rawValue)** · profile "
        + "**\(papers.profile.rawValue)** and above · \(papers.quality.rawValue) · since "
        + papers.since,
    ]
    for section in sections(papers) {
      lines += ["", "## \(section.heading)", "", Prose.markdown(section.body)]
    }
    if !settings.isEmpty {
      lines += ["", "## What can be set", "", "| Key | Default | Allowed | Meaning |"]
      lines.append("|---|---|---|---|")
      lines += settings.map {
        "| `\($0.key)` | \($0.value) | \($0.values) | \(Prose.markdown($0.summary)) |"
      }
    }
    for example in papers.examples where !example.isTestOnly {
      lines += ["", "## Example: \(example.name)", "", "```yaml"]
      lines += ExampleText.lines(example) + ["```"]
    }
    if !papers.references.isEmpty {
      lines += ["", "## Read more", ""]
      lines += papers.references.map { "- \(MarkdownText.plain($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
