/// The version of Lintel.
public enum LintelVersion {
  /// By semantic versioning.
  public static let text = "0.1.0"
}
