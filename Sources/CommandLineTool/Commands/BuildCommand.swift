import ArgumentGrammar
import LintelKit
import MachinePorts
import MarkupText
import ReviewEngine
import SolutionModel
import SolutionViews

/// Reads, reviews, draws and writes everything: the main job.
struct BuildCommand: Command {
  static let spec = CommandSpec(
    "build", "reads a model, reviews it, draws every view and writes the reports",
    discussion: [
      "Writes reports and pictures into one folder, which is replaced whole or not at all. A model with errors is still built as far as it can be read; the command then ends with 2. Findings do not fail a build unless --fail-on says so: 'lintel review' is the gate."
    ],
    positionals: [ModelOptions.path],
    options: [
      OptionSpec(
        "output", short: "o", .text(placeholder: "DIR"), "where to write",
        defaultText: "Output/ and the name of the model's folder"),
      OptionSpec(
        "pictures", .word(PictureFormat.all.map { $0.name }.filter { $0 != "svg" }),
        "write each view in this format, too",
        isRepeatable: true),
      PictureOptions.theme, PictureOptions.scale,
      OptionSpec(
        "fail-on", .word(["note", "warning", "error", "never"]),
        "the least level of an open finding that ends the build with 1", defaultText: "never"),
    ] + ModelOptions.review + ModelOptions.options,
    examples: [
      .init("lintel build Models/webshop", "writes Output/webshop"),
      .init(
        "lintel build -o public --pictures png",
        "writes the nearest model to public, with PNG pictures"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let stopwatch = Stopwatch(machine)
    var choices = try ModelOptions.reviewChoices(arguments)
    choices.failOn = arguments.value("fail-on").flatMap(Level.init)
    let workspace = try ModelOptions.open(
      arguments.positionals.first, arguments, on: machine, manners)
    let review = try workspace.review(choices, on: machine)
    let views = try workspace.views()
    let drawings = try workspace.drawings(
      of: views, on: machine, progress: PictureOptions.progress(manners))
    manners.endProgress()
    let files = try workspace.outputFiles(
      drawings, review: review, style: PictureOptions.style(arguments),
      formats: arguments.values("pictures").compactMap(PictureFormat.init(named:)))
    let folder = arguments.value("output") ?? "Output/\(workspace.name)"
    try machine.files.replaceFolder(folder, with: files)
    tell(workspace, review, drawings, folder, stopwatch, manners)
    return ReviewCommand.exitCode(workspace, review)
  }

  private static func tell(
    _ workspace: Workspace, _ review: Review, _ drawings: [Drawing], _ folder: String,
    _ stopwatch: Stopwatch, _ manners: Manners
  ) {
    for drawing in drawings {
      for note in drawing.notes {
        manners.warn("view '\(drawing.id)': \(note)")
      }
    }
    let errors = workspace.diagnostics.count { $0.severity == .error }
    if errors > 0 {
      manners.complain(
        "the model has \(Counting.words(errors, "error")); what could be read was built",
        help: "lintel review \(TerminalText.plain(workspace.path))")
    }
    let counts = review.counts
    let page = TerminalText.plain("\(folder)/review.html")
    manners.tell(
      "built \(TerminalText.plain(workspace.solution.name)): "
        + "\(Counting.words(workspace.solution.elements.count, "element")), "
        + "\(Counting.words(workspace.solution.links.count, "link")), "
        + "\(Counting.words(drawings.count, "view")), "
        + "\(Counting.words(counts.open, "open finding")) "
        + "into \(TerminalText.plain(folder)) in \(stopwatch.reading); next: open \(page)")
  }
}
