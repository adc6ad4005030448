import ArgumentGrammar
import MachinePorts

/// Measures the promises on speed, as ratios of one run.
struct BenchCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "bench", "measures the promises on speed and memory, each as a ratio of one run",
    discussion: [
      "Needs release builds of lintel and lintel-dev beside each other. Each pair of commands runs in turn; the median of the elapsed times counts. Ends with 1 when a promise is broken."
    ],
    options: [
      OptionSpec(
        "runs", .number(placeholder: "N", 1...99), "runs of each command", defaultText: "5")
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    let bench = Bench(machine: machine, runs: arguments.number("runs").map { Int($0) } ?? 5)
    var promises = try bench.review()
    promises.append(try bench.start())
    promises += try bench.drawing()
    for promise in promises { machine.console.writeOutput(promise.line + "\n") }
    return promises.allSatisfy(\.isKept)
  }
}

/// A figure with its bound.
struct Promise {
  let name: String
  let figure: Double
  let bound: Double
  let unit: String

  var isKept: Bool { figure <= bound }

  var line: String {
    "\(isKept ? "kept  " : "BROKEN") \(name): \(Self.text(figure))\(unit), at most \(Self.text(bound))\(unit)"
  }

  private static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
