import ArgumentGrammar
import CommandLineTool
import MachinePorts

/// Writes `Output` anew from `Models`.
struct AcceptCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "accept", "writes Output anew: one folder for each folder of Models",
    discussion: ["Look at the change of every report and picture before it is committed."],
    positionals: [PositionalSpec("MODEL", "only these folders of Models", isRepeatable: true)])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    let asked = arguments.positionals
    for model in try models(machine.files) where asked.isEmpty || asked.contains(model) {
      let words = ["build", "Models/\(model)", "-o", "Output/\(model)", "--quiet"]
      guard LintelTool.run(words, on: machine) == .passed else {
        throw WorkshopError("'lintel \(words.joined(separator: " "))' failed")
      }
      machine.console.writeOutput("Output/\(model)\n")
    }
    return true
  }

  /// The folders of `Models`, sorted.
  static func models(_ files: any FileStore) throws -> [String] {
    let names = try files.filesBelow("Models").compactMap { path in
      path.split(separator: "/").count > 1 ? path.split(separator: "/").first.map(String.init) : nil
    }
    return Set(names).sorted()
  }
}
