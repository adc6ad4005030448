import ArgumentGrammar
import FindingReports
import LintelKit
import MachinePorts
import ReviewEngine
import SolutionModel

/// Reviews a model and writes what was found.
struct ReviewCommand: Command {
  static let spec = CommandSpec(
    "review", "reviews a model: findings in the terminal or in any report format",
    discussion: [
      "Reads the model, asks the rules, and prints the findings with their evidence. Ends with 1 when an open finding reaches the level of --fail-on, and with 2 when the model has errors; what can be read of it is reviewed all the same.",
      "A finding that follows from another one stands below it. The gate counts findings one by one, those below others included.",
    ],
    positionals: [ModelOptions.path],
    options: [
      OptionSpec(
        "format", short: "f", .wordWithFile(ReportCatalog.formats.map { $0.name }),
        "write the review in this format, to a file if one is named",
        defaultText:
          "full on a terminal, concise elsewhere", isRepeatable: true),
      OptionSpec(
        "fail-on", .word(["note", "warning", "error", "never"]),
        "the least level of an open finding that fails the gate", defaultText: "error"),
      OptionSpec(
        "remedies", .flag,
        "try the remedies that findings propose on copies of the model, and show what each changes"),
      OptionSpec(
        "include-waived", .flag,
        "let sarif, gitlab and github tell of waived findings, too, as for an archive"),
    ] + ModelOptions.review + ModelOptions.options,
    examples: [
      .init("lintel review", "reviews the nearest lintel.yaml"),
      .init("lintel review Models/webshop --fail-on warning", "fails on warnings, too"),
      .init(
        "lintel review -f concise -f json=findings.json -f html=review.html",
        "prints lines for people and writes two reports"),
      .init(
        "lintel review -f github -f sarif=lintel.sarif",
        "annotates a pull request and writes a file for code scanning"),
      .init(
        "lintel review --select 'availability/*' --today 2026-06-30",
        "asks one family, on a given day"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let stopwatch = Stopwatch(machine)
    let targets = try ReportTarget.targets(
      arguments.values("format"), showsWaived: arguments.has("include-waived"), machine.console)
    var choices = try ModelOptions.reviewChoices(arguments)
    if let word = arguments.value("fail-on") { choices.failOn = Level(rawValue: word) }
    let workspace = try ModelOptions.open(
      arguments.positionals.first, arguments, on: machine, manners)
    let review = try workspace.review(choices, on: machine)
    var pictures: [Report.Picture] = []
    if targets.contains(where: { $0.format.showsPictures }) {
      let drawings = try workspace.drawings(
        of: workspace.views(), on: machine, progress: PictureOptions.progress(manners))
      manners.endProgress()
      pictures = workspace.reportPictures(drawings, for: review)
    }
    let trials = arguments.has("remedies") ? workspace.cureTrials(for: review) : .none
    let showsFigures = targets.contains { $0.format.showsFigures }
    let report = workspace.report(
      of: review, pictures: pictures, figures: showsFigures ? workspace.figures.excerpt : nil,
      trials: trials)
    for target in targets { try target.write(report, on: machine, manners) }
    if targets.contains(where: { $0.format == GitHubReport.self }) {
      try StepSummary.append(report, on: machine)
    }
    tellSummary(workspace, review, stopwatch, manners)
    LastingValues.keep(report, on: machine)
    LastingValues.keep(workspace, on: machine)
    return exitCode(workspace, review)
  }

  private static func tellSummary(
    _ workspace: Workspace, _ review: Review, _ stopwatch: Stopwatch, _ manners: Manners
  ) {
    let solution = review.solution
    let asked = review.rules.count { $0.outcome != .notApplicable }
    manners.tell(
      "reviewed \(Counting.words(solution.elements.count, "element")) and "
        + "\(Counting.words(solution.links.count, "link")) by \(Counting.words(asked, "rule")) "
        + "in \(stopwatch.reading)")
    for result in review.rules where result.outcome == .error {
      manners.complain("rule '\(result.rule.id)': \(result.verdicts.error ?? "no judgement")")
    }
  }

  static func exitCode(_ workspace: Workspace, _ review: Review) -> ExitCode {
    let isWhole =
      !workspace.hasErrors && !review.rules.contains { $0.outcome == .error }
    return (review.passes ? ExitCode.passed : .failed).and(isWhole ? .passed : .notDone)
  }
}
