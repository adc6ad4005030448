/// People who own parts of the solution.
public struct Team: Hashable, Sendable, Identifiable {
  public let id: TeamID
  public var name: String
  public var summary: String?
  /// How many developers.
  public var developers: Int?
  /// When somebody answers: `24x7`, `business-hours`, or a wording of the team's own.
  public var support: String?
  public var contact: String?

  public init(id: TeamID, name: String? = nil) {
    self.id = id
    self.name = name ?? id.text
  }
}
