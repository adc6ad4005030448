/// Something in the text of a model that is wrong. (A doubt about the design is a finding.)
public struct Diagnostic: Error, Hashable, Sendable {
  /// What it means for the run.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The model is not what its author meant; the run ends with exit code 2.
    case error
    /// Worth telling, and nothing is lost.
    case warning
  }

  /// A fact or another place that explains the message.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let location: SourceLocation?

    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A permanent kebab-case name of the kind of mistake, such as `unknown-key`.
  public let id: String
  public let severity: Severity
  /// One headline that stands alone, worded as `Documentation/Wording.md` says.
  public let message: String
  /// A few words for beside the caret; may be empty.
  public let label: String
  public let location: SourceLocation
  public let notes: [Note]
  /// What would be right: the allowed values, the nearest word, a correct spelling.
  public let help: [String]

  public init(
    _ id: String, _ severity: Severity, _ message: String, label: String = "",
    at location: SourceLocation, notes: [Note] = [], help: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.label = label
    self.location = location
    self.notes = notes
    self.help = help
  }
}
