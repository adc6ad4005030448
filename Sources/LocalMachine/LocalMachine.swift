internal import CProcessShim
public import MachinePorts

/// The machine that this process runs on.
public enum LocalMachine {
  /// The ports, for real.
  ///
  /// From then on a write to a closed pipe is an error that the ports deal with, and does not end
  /// the process.
  public static func make() -> Machine {
    Machine(
      files: DiskFileStore(), processes: SystemProcessRunner(), console: Terminal(),
      clock: SystemClock(), environment: environment(), work: ProcessorSharing())
  }

  /// The same for a process that does one thing and ends.
  ///
  /// It keeps the memory that it has freed, and need not take apart what it ends with.
  public static func makeForOneRun() -> Machine {
    shim_keep_memory()
    var machine = make()
    machine.endsWithRun = true
    return machine
  }

  /// Variables that are not valid UTF-8 are repaired; of a name that stands twice the first counts,
  /// as `getenv` has it.
  private static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    guard var entry = shim_environment() else { return [:] }
    while let line = entry.pointee {
      let text = String(cString: line)
      if let equals = text.firstIndex(of: "=") {
        let name = String(text[..<equals])
        if variables[name] == nil {
          variables[name] = String(text[text.index(after: equals)...])
        }
      }
      entry += 1
    }
    return variables
  }
}
