import GraphvizLayout

/// The version of Lintel.
public enum LintelVersion {
  /// By semantic versioning.
  public static let text = "0.1.0"

  /// What gives pictures their places, for reports of trouble: `Graphviz 2.43.0`.
  public static var layoutEngine: String {
    GraphvizLayout.engineVersion.map { "Graphviz \($0)" } ?? "no Graphviz"
  }
}
