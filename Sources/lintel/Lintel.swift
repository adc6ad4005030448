import CommandLineTool
import Glibc
import LocalMachine

/// Gives the tool the local machine.
@main struct Lintel {
  static func main() {
    let machine = LocalMachine.makeForOneRun()
    let code = LintelTool.run(Array(CommandLine.arguments.dropFirst()), on: machine)
    exit(code.rawValue)
  }
}
