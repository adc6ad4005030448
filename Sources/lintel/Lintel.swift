import CommandLineTool
import LocalMachine
import MachinePorts

/// Gives the tool the local machine.
@main struct Lintel {
  static func main() {
    let machine = LocalMachine.machine
    let code = LintelTool.run(Array(CommandLine.arguments.dropFirst()), on: machine)
    LocalMachine.exit(code.rawValue)
  }
}
