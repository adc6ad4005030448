/// What a rule is about; also the folder that it lies in and the first part of a selection such as
/// `coupling/*`.
public enum RuleFamily: String, Hashable, Sendable, CaseIterable {
  case coupling, interaction, availability, data, fit, model

  public var title: String {
    switch self {
    case .coupling: "Coupling"
    case .interaction: "Interaction"
    case .availability: "Availability"
    case .data: "Data"
    case .fit: "Fit"
    case .model: "Model"
    }
  }

  /// What the rules of the family ask, in one sentence.
  public var summary: String {
    switch self {
    case .coupling: "Whether parts can change, fail and be released on their own."
    case .interaction:
      "Whether each link waits, retries and delivers in a way that fits its purpose."
    case .availability: "Whether the flows reach their targets, and what would stop them."
    case .data: "Whether each kind of data has one master and reaches its copies in time."
    case .fit: "Whether an integration option suits the two ends and the borders between them."
    case .model: "Whether the model says enough to be reviewed and to be believed."
    }
  }
}
