import ArgumentGrammar
import FigureReports
import LintelKit
import MachinePorts
import MarkupText

/// Writes the figures of a model.
struct AnalyzeCommand: Command {
  static let spec = CommandSpec(
    "analyze", "prints the figures of a model: structure, availability, latency and more",
    discussion: [
      "Without sections it prints them all. The first argument is the model when something lies there, else a section of the nearest model. Tables show their most important rows unless --all asks for the rest; JSON and CSV always have everything. JSON has the graph, too, so that any graph library can check the figures; 'lintel schema figures' describes it.",
      "Sections: "
        + SectionCatalog.sections.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ")
        + ".",
    ],
    positionals: [
      ModelOptions.path,
      PositionalSpec("SECTION", "what to print; all sections if left out", isRepeatable: true),
    ],
    options: FigureTarget.options + ModelOptions.options,
    examples: [
      .init("lintel analyze", "prints all figures of the nearest model"),
      .init("lintel analyze Models/webshop structure", "prints one section"),
      .init(
        "lintel analyze Models/webshop -o figures.json", "writes everything for another program"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let stopwatch = Stopwatch(machine)
    let target = FigureTarget(arguments)
    let (path, sections) = ModelOptions.split(arguments.positionals, on: machine)
    let workspace = try ModelOptions.open(path, arguments, on: machine, manners)
    let figures = try workspace.figures(of: sections)
    try target.write(figures, on: machine, manners)
    manners.tell(
      "analyzed \(Counting.words(workspace.solution.elements.count, "element")) and "
        + "\(Counting.words(workspace.solution.links.count, "link")) in \(stopwatch.reading)")
    return ModelOptions.exitCode(of: workspace, "analyzed", manners)
  }
}
