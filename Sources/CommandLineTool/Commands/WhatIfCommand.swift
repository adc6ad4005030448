import ArgumentGrammar
import FigureReports
import LintelKit
import MachinePorts

/// Tells what becomes of flows and elements while something is down.
struct WhatIfCommand: Command {
  static let spec = CommandSpec(
    "what-if", "prints what is lost, degraded or stale while something is down, and why",
    discussion: [
      "What fails is an element by the shortest unique end of its id, some of its instances ('ordering/1'), all that lies in a zone ('zone:east'), what others run on ('provider:cloud'), or a link by its id or its ends ('shop->ordering'). Several fail at the same time.",
      "Lost is what cannot do its work, degraded what works with less or with a stand-in, stale what is no longer fed. Each comes with the way to what fails. 'lintel analyze PATH failure' ranks what hurts most.",
    ],
    positionals: [ModelOptions.path],
    options: [
      OptionSpec(
        "fail", .text(placeholder: "ID,…"), "what is down, separated by commas",
        isRepeatable: true),
      OptionSpec(
        "fail-on", .word(FailureReport.states + ["never"]),
        "end with 1 when a flow is that badly off, or worse", defaultText: "never"),
    ] + FigureTarget.options + ModelOptions.options,
    examples: [
      .init("lintel what-if --fail payment", "tells what stops without 'payment'"),
      .init(
        "lintel what-if Models/webshop --fail zone:services,erp", "fails a zone and an element"),
      .init(
        "lintel what-if --fail 'shop->ordering' --fail-on lost",
        "ends with 1 when a flow is lost without the link"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine, _ manners: Manners) throws
    -> ExitCode
  {
    let stopwatch = Stopwatch(machine)
    let words = arguments.values("fail").flatMap { value in
      value.split(separator: ",").map { String($0.trimmingSpaces) }
    }.filter { !$0.isEmpty }
    guard !words.isEmpty else {
      throw UsageError(
        "'what-if' needs '--fail'",
        help: "name what is down, as in --fail payment; 'lintel analyze PATH failure' ranks it")
    }
    let workspace = try ModelOptions.open(
      arguments.positionals.first, arguments, on: machine, manners)
    let report = try workspace.failures(words)
    try FigureTarget(arguments).write(report.sheet, on: machine, manners)
    manners.tell(
      "tried \(Counting.words(report.failureCount, "failure")) on "
        + "\(Counting.words(workspace.solution.elements.count, "element")) in \(stopwatch.reading)")
    let isOff = arguments.value("fail-on").map { report.hasEffect(atLeast: $0) } ?? false
    return ModelOptions.exitCode(of: workspace, "tried", manners).and(isOff ? .failed : .passed)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? start
  }
}
