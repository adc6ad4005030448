import FigureReports
import FindingReports
import JSONText
import ReviewEngine
import ReviewRules
import SolutionReading

/// What Lintel reads and writes, described for editors, programs and people.
public enum LintelSchema {
  /// The JSON Schema of model files, with every built-in rule and its settings.
  public static var model: String {
    text(JSONSchemaExport.model(rules: RuleCatalog.rules.map { $0.vocabulary }))
  }

  /// The JSON Schema of profiles.
  public static var profile: String { text(JSONSchemaExport.profile) }

  /// The JSON Schema of the JSON report.
  public static var report: String { text(ReportSchema.value) }

  /// The JSON Schema of the figures as JSON.
  public static var figures: String { text(FigureSchema.value) }

  /// The JSON Schema of what failures do as JSON.
  public static var whatIf: String { text(FailureSchema.value) }

  /// The page that describes every key of a model file, in Markdown.
  public static var languageReference: String { SchemaReference.markdown }

  private static func text(_ schema: JSONValue) -> String {
    JSONWriter(style: .pretty).text(schema) + "\n"
  }
}
