import FindingReports
import JSONText

/// The JSON Schemas of what Lintel reads and writes, as text.
public enum LintelSchema {
  /// Of model files.
  public static var model: String { "" }

  /// The page that describes every key of a model file.
  public static var languageReference: String { "" }

  /// Of the JSON report.
  public static var report: String { JSONWriter(style: .pretty).text(ReportSchema.value) + "\n" }
}
