import ArgumentGrammar
import LintelKit
import MachinePorts
import MarkupText
import SolutionModel

/// The options of every command that reads a model.
enum ModelOptions {
  static let path = PositionalSpec(
    "PATH", "a model file or folder; left out, the nearest lintel.yaml from here up")

  static let options = [
    OptionSpec(
      "allow-outside", .flag, "let imports leave the folder of the model")
  ]

  static let review = [
    OptionSpec(
      "profile", .word(ReviewProfile.allCases.map(\.rawValue)),
      "how much to ask for", defaultText: "what the model says, else recommended"),
    OptionSpec(
      "select", .text(placeholder: "RULE"), "ask only this rule, or family as in 'coupling/*'",
      isRepeatable: true),
    OptionSpec(
      "ignore", .text(placeholder: "RULE"), "leave this rule or family out", isRepeatable: true),
    OptionSpec(
      "today", .text(placeholder: "DATE"), "the day that end dates are compared with",
      defaultText: "the model's 'reviewed', else today"),
    OptionSpec("no-waivers", .flag, "show what waivers hide"),
  ]

  /// Opens the model and tells what was read.
  static func open(
    _ path: String?, _ arguments: ParsedArguments, on machine: Machine, _ manners: Manners
  )
    throws -> Workspace
  {
    let workspace = try Workspace(
      at: path, on: machine, allowsOutside: arguments.has("allow-outside"))
    for file in workspace.files { manners.tellMore("read \(TerminalText.plain(file.path))") }
    for file in workspace.skippedFiles {
      manners.tellMore("skipped \(TerminalText.plain(file.path)): \(file.reason)")
    }
    return workspace
  }

  /// The arguments behind the model, and the model itself where the first argument is one.
  ///
  /// It is when something lies there, or when it looks like a path.
  static func split(_ positionals: [String], on machine: Machine) -> (path: String?, rest: [String])
  {
    guard let first = positionals.first,
      machine.files.kind(at: first) != nil || first.contains("/")
    else { return (nil, positionals) }
    return (first, Array(positionals.dropFirst()))
  }

  /// How a command ends that has no gate: with a complaint when the model has errors.
  ///
  /// `verb` says what was done with the rest of it: `analyzed`.
  static func exitCode(of workspace: Workspace, _ verb: String, _ manners: Manners) -> ExitCode {
    guard workspace.hasErrors else { return .passed }
    manners.complain(
      "the model has errors; what could be read was \(verb)",
      help: "lintel review \(TerminalText.plain(workspace.path))")
    return .notDone
  }

  static func reviewChoices(_ arguments: ParsedArguments) throws -> ReviewChoices {
    var choices = ReviewChoices()
    choices.profile = arguments.value("profile").flatMap(ReviewProfile.init)
    choices.select = arguments.values("select")
    choices.ignore = arguments.values("ignore")
    choices.appliesWaivers = !arguments.has("no-waivers")
    if let text = arguments.value("today") {
      guard let date = CalendarDate(text) else {
        throw UsageError("'\(text)' is no value of '--today'", help: "write a day as 2026-01-31")
      }
      choices.today = date
    }
    return choices
  }
}
