/// Every format, a line each; a test compares the list with the folders.
public enum ReportCatalog {
  public static let formats: [any ReportFormat.Type] = [
    FullReport.self,
    ConciseReport.self,
    JSONReport.self,
    MarkdownReport.self,
    HTMLReport.self,
    SARIFReport.self,
    JUnitReport.self,
    GitLabReport.self,
    GitHubReport.self,
    CSVReport.self,
    JSONLinesReport.self,
  ]

  public static func format(named name: String) -> (any ReportFormat.Type)? {
    formats.first { $0.name == name }
  }
}
