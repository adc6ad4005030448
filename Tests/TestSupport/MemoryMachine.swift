public import MachinePorts

/// A machine in memory: its files, console and clock are values of the test, and it starts no
/// processes.
public struct MemoryMachine: Sendable {
  public let files: MemoryFileStore
  public let console: MemoryConsole
  public let clock: MemoryClock
  public let environment: [String: String]

  public init(
    files: [String: String] = [:], environment: [String: String] = [:],
    today: (year: Int, month: Int, day: Int) = (2026, 1, 15), isTerminal: Bool = false
  ) {
    self.init(
      store: MemoryFileStore(files), environment: environment, today: today,
      isTerminal: isTerminal)
  }

  /// A machine whose disk has links or unreadable files.
  public init(
    store: MemoryFileStore, environment: [String: String] = [:],
    today: (year: Int, month: Int, day: Int) = (2026, 1, 15), isTerminal: Bool = false
  ) {
    files = store
    console = MemoryConsole(isTerminal: isTerminal)
    clock = MemoryClock(today: today)
    self.environment = environment
  }

  /// The ports, to be handed to what is under test.
  public var machine: Machine {
    Machine(
      files: files, processes: NoProcesses(), console: console, clock: clock,
      environment: environment)
  }
}

/// A day that never ends and a stopwatch that stands still.
public struct MemoryClock: WallClock {
  public let today: (year: Int, month: Int, day: Int)
  public var elapsed: Duration { .zero }

  public init(today: (year: Int, month: Int, day: Int) = (2026, 1, 15)) {
    self.today = today
  }
}

/// Refuses to start anything.
public struct NoProcesses: ProcessRunner {
  public let processorCount = 1

  public init() {}

  public func startSelf(arguments: [String]) throws(ProcessError) -> any WorkerProcess {
    throw .cannotStart("a memory machine starts no processes")
  }
}
