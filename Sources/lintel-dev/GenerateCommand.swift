import ArgumentGrammar
import MachinePorts

/// Writes a model of any size.
struct GenerateCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "generate", "writes a model of any size to standard output; the same numbers, the same bytes",
    options: [
      OptionSpec(
        "elements", .number(placeholder: "N", 2...1_000_000), "how many", defaultText: "100"),
      OptionSpec(
        "links", .number(placeholder: "N", 1...4_000_000), "how many",
        defaultText: "twice the elements"),
      OptionSpec(
        "flows", .number(placeholder: "N", 0...100_000), "how many",
        defaultText: "one in 20 elements"),
      OptionSpec(
        "views", .number(placeholder: "N", 0...10_000), "views of 12 elements", defaultText: "0"),
      OptionSpec(
        "seed", .number(placeholder: "N", 0...4_294_967_295), "another model", defaultText: "7"),
    ])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    func number(_ option: String, _ standard: Int) -> Int {
      arguments.number(option).map { Int($0) } ?? standard
    }
    let elements = number("elements", 100)
    let generator = ModelGenerator(
      elements: elements, links: number("links", 2 * elements),
      flows: number("flows", elements / 20),
      views: number("views", 0), seed: UInt64(number("seed", 7)))
    machine.console.writeOutput(generator.text)
    return true
  }
}
