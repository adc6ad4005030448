import ArgumentGrammar
import CommandLineTool
import FindingReports
import LintelKit
import MachinePorts
import ReviewEngine

/// Writes the pages of `Documentation` that follow from code.
struct WriteReferenceCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "write-reference",
    "writes the generated pages of Documentation: rules, commands, language, schemas",
    options: [OptionSpec("check", .flag, "write nothing; fail when a page is stale")])

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    var stale: [String] = []
    for page in try ReferencePages.all() {
      let path = "Documentation/\(page.path)"
      let bytes = Array(page.text.utf8)
      let current = try? machine.files.bytes(at: path, limit: 1 << 24)
      guard current != bytes else { continue }
      stale.append(path)
      if !arguments.has("check") { try machine.files.write(bytes, to: path) }
    }
    for path in stale {
      machine.console.writeOutput("\(arguments.has("check") ? "stale" : "wrote"): \(path)\n")
    }
    return stale.isEmpty || !arguments.has("check")
  }
}
