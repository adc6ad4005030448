public import ArgumentGrammar
import LintelKit

/// Every command, a line each; a test compares the list with the folder.
public enum CommandCatalog {
  static let commands: [any Command.Type] = [
    BuildCommand.self,
    ReviewCommand.self,
    DrawCommand.self,
    AnalyzeCommand.self,
    WhatIfCommand.self,
    ImpactCommand.self,
    PathCommand.self,
    QueryCommand.self,
    RulesCommand.self,
    ExplainCommand.self,
    InitCommand.self,
    SchemaCommand.self,
    CompletionsCommand.self,
    ManualCommand.self,
    LayoutWorkerCommand.self,
  ]

  /// The tool as data; help, completions and the man page follow from it.
  public static let tool = ToolSpec(
    name: "lintel", version: LintelVersion.text,
    summary: "reviews, draws and publishes the architecture of a solution",
    commands: commands.map { $0.spec },
    commonOptions: [
      OptionSpec("quiet", short: "q", .flag, "say nothing but the result and errors"),
      OptionSpec("verbose", short: "v", .flag, "say what is read, skipped and tried"),
      OptionSpec(
        "color", .word(["auto", "always", "never"]), "when to use colours", defaultText: "auto"),
      OptionSpec("help", short: "h", .flag, "print help and end"),
      OptionSpec("version", .flag, "print the version and end"),
    ],
    exitCodes: [
      (0, "the gate passed, or the command has none"),
      (1, "the gate failed: findings at or above the level that fails"),
      (
        2,
        "the job could not be done: wrong usage, a model with errors, a file that cannot be written"
      ),
    ],
    environment: [
      ("NO_COLOR", "when set and not empty, no colours under --color auto"),
      (
        "FORCE_COLOR, CLICOLOR_FORCE",
        "when set and neither empty nor 0, colours under --color auto"
      ),
      ("TERM", "'dumb' means no colours under --color auto"),
    ])
}
