import FindingReports
import JSONText
import ReviewEngine
import ReviewRules
import SolutionReading

/// The JSON Schemas of what Lintel reads and writes, as text.
public enum LintelSchema {
  /// Of model files.
  public static var model: String {
    let rules = RuleCatalog.rules.map { $0.vocabulary }
    return JSONWriter(style: .pretty).text(JSONSchemaExport.model(rules: rules)) + "\n"
  }

  /// The page that describes every key of a model file.
  public static var languageReference: String { SchemaReference.markdown }

  /// Of the JSON report.
  public static var report: String { JSONWriter(style: .pretty).text(ReportSchema.value) + "\n" }
}
