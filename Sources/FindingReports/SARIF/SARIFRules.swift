import JSONText
import ReviewEngine
import SolutionModel
import SourceText

/// The rules of a run as SARIF's `reportingDescriptor`s, and the place of each.
struct SARIFRules {
  let values: [JSONValue]
  private let indices: [String: Int]

  /// The rules that were asked, and behind them the kinds of mistakes in the model's text.
  init(_ report: Report) {
    let mistakes = Set(report.diagnostics.map(\.id)).sorted()
    values = report.review.rules.map(Self.value) + mistakes.map(Self.value(ofMistake:))
    indices = Dictionary(
      zip(report.review.rules.map(\.rule.id) + mistakes, 0...),
      uniquingKeysWith: { first, _ in first })
  }

  func index(of id: String) -> Int { indices[id] ?? -1 }

  private static func value(_ result: RuleResult) -> JSONValue {
    let papers = result.rule
    var properties: [JSONValue.Member] = [
      .init("tags", [.string(papers.family.rawValue), .string(papers.quality.rawValue)]),
      .init("problem.severity", .string(severity(result.level))),
    ]
    if papers.family == .security {
      // With this figure a host shows the finding among its security alerts.
      properties.append(.init("security-severity", .string(score(result.level))))
    }
    return [
      "id": .string(papers.id),
      "name": .string(papers.title),
      "shortDescription": ["text": .string(papers.title + ".")],
      "fullDescription": ["text": .string(String(papers.summary.prefix(1024)))],
      "help": [
        "text": .string(
          [papers.rationale, papers.remedy, papers.falsePositives].joined(separator: "\n\n")),
        "markdown": .string(RulePage.markdown(papers)),
      ],
      "defaultConfiguration": ["level": .string(result.level.rawValue)],
      "properties": .object(properties),
    ]
  }

  private static func value(ofMistake id: String) -> JSONValue {
    let title = "Mistake in the model's text: " + id.replacing("-", with: " ")
    return [
      "id": .string(id),
      "name": .string(title),
      "shortDescription": ["text": .string(title + ".")],
      "fullDescription": ["text": "The text of the model is not what the language allows."],
      "help": ["text": "See the language reference, or 'lintel schema'."],
      "defaultConfiguration": ["level": "error"],
      "properties": ["tags": ["model-text"]],
    ]
  }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .note: "recommendation"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private static func score(_ level: Level) -> String {
    switch level {
    case .note: "3.0"
    case .warning: "6.0"
    case .error: "8.0"
    }
  }
}
