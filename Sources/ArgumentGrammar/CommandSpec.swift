/// One command as data.
public struct CommandSpec: Hashable, Sendable {
  /// A command line with what it does.
  public struct Example: Hashable, Sendable {
    public let line: String
    public let effect: String

    public init(_ line: String, _ effect: String) {
      self.line = line
      self.effect = effect
    }
  }

  public let name: String
  /// One line, as a phrase without a full stop.
  public let summary: String
  /// Paragraphs.
  public let discussion: [String]
  public let positionals: [PositionalSpec]
  public let options: [OptionSpec]
  public let examples: [Example]
  /// Left out of help, completions and the man page.
  public let isHidden: Bool

  public init(
    _ name: String, _ summary: String, discussion: [String] = [],
    positionals: [PositionalSpec] = [], options: [OptionSpec] = [], examples: [Example] = [],
    isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.examples = examples
    self.isHidden = isHidden
  }
}

/// A tool with its commands and the options that all of them take.
public struct ToolSpec: Sendable {
  public let name: String
  public let version: String
  /// One sentence.
  public let summary: String
  public let commands: [CommandSpec]
  public let commonOptions: [OptionSpec]
  /// What each exit code means, ascending.
  public let exitCodes: [(code: Int, meaning: String)]
  /// The environment variables that count, with their meaning.
  public let environment: [(name: String, meaning: String)]

  public init(
    name: String, version: String, summary: String, commands: [CommandSpec],
    commonOptions: [OptionSpec], exitCodes: [(code: Int, meaning: String)],
    environment: [(name: String, meaning: String)]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    self.commonOptions = commonOptions
    self.exitCodes = exitCodes
    self.environment = environment
  }

  public func command(_ name: String) -> CommandSpec? { commands.first { $0.name == name } }

  public var visibleCommands: [CommandSpec] { commands.filter { !$0.isHidden } }
}
