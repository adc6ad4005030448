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

    /// One mark for all, with the words of graver ones first; nil for none.
    public static func sum(of marks: [Self]) -> Self? {
      guard let first = marks.first, marks.count > 1 else { return marks.first }
      let ranked = marks.enumerated().sorted {
        ($1.element.level, $0.offset) < ($0.element.level, $1.offset)
      }
      return Self(
        level: ranked.first?.element.level ?? first.level,
        count: marks.reduce(0) { $0 + $1.count }, messages: ranked.flatMap(\.element.messages))
    }
  }

  public let marks: [ElementPath.Subject: Mark]

  public init(marks: [ElementPath.Subject: Mark] = [:]) { self.marks = marks }
}
