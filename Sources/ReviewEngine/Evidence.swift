public import SolutionModel

/// What a finding rests on.
public struct Evidence: Hashable, Sendable {
  /// One step of a path through the solution.
  public struct Step: Hashable, Sendable {
    /// An element or a link.
    public let subject: ElementPath.Subject
    /// What happens here, as a short phrase; may be empty.
    public let note: String

    public init(_ subject: ElementPath.Subject, _ note: String = "") {
      self.subject = subject
      self.note = note
    }
  }

  /// A number that was used, with its unit, such as `timeout` `2 s`.
  public struct Figure: Hashable, Sendable {
    public let name: String
    public let value: String
    /// Whether it is a default, an assumption or an estimate, and which; nil for a declared fact.
    public let basis: String?

    public init(_ name: String, _ value: String, basis: String? = nil) {
      self.name = name
      self.value = value
      self.basis = basis
    }
  }

  /// From the start to the end; links stand between the elements that they join.
  public var path: [Step]
  public var figures: [Figure]
  /// The formula with the numbers put in, a line each: `99.9 % × 99.5 % = 99.4 %`.
  public var working: [String]
  /// What the figures assume, in sentences.
  public var assumptions: [String]

  public init(
    path: [Step] = [], figures: [Figure] = [], working: [String] = [], assumptions: [String] = []
  ) {
    self.path = path
    self.figures = figures
    self.working = working
    self.assumptions = assumptions
  }
}
