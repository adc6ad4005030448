/// What a rule is about; also the folder that it lies in and the first part of a selection such as
/// `coupling/*`.
public enum RuleFamily: String, Hashable, Sendable, CaseIterable {
  case coupling, interaction, batch, availability, data, fit, security, operability, lifecycle
  case model
  case devicesAndAI = "devices-and-ai"

  public var title: String {
    switch self {
    case .coupling: "Coupling"
    case .interaction: "Interaction"
    case .batch: "Batch"
    case .availability: "Availability"
    case .data: "Data"
    case .fit: "Fit"
    case .security: "Security"
    case .operability: "Operability"
    case .lifecycle: "Lifecycle"
    case .model: "Model"
    case .devicesAndAI: "Devices and AI"
    }
  }

  /// What the rules of the family ask, in one sentence.
  public var summary: String {
    switch self {
    case .coupling: "Whether parts can change, fail and be released on their own."
    case .interaction:
      "Whether each link waits, retries and delivers in a way that fits its purpose."
    case .batch: "Whether polls and batch runs are fast enough, not too fast, and in time."
    case .availability: "Whether the flows reach their targets, and what would stop them."
    case .data: "Whether each kind of data has one master and reaches its copies in time."
    case .fit: "Whether an integration option suits the two ends and the borders between them."
    case .security:
      "Whether who calls is known, what travels is protected, and borders are guarded."
    case .operability: "Whether the solution can be watched, mended and tested by those who run it."
    case .lifecycle: "Whether parts live as long as they are needed, and decisions are kept."
    case .model: "Whether the model says enough to be reviewed and to be believed."
    case .devicesAndAI: "Whether device fleets and AI engines are used within what they can do."
    }
  }
}
