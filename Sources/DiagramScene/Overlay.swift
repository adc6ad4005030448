public import SolutionModel

/// Marks that are laid over a picture, such as findings.
public struct Overlay: Hashable, Sendable {
  public struct Mark: Hashable, Sendable {
    public let level: Level
    /// How many findings it stands for.
    public let count: Int
    /// The findings in words, the gravest first.
    public let messages: [String]

    public init(level: Level, count: Int, messages: [String]) {
      self.level = level
      self.count = count
      self.messages = messages
    }
  }

  public let marks: [ElementPath.Subject: Mark]

  public init(marks: [ElementPath.Subject: Mark] = [:]) { self.marks = marks }
}
