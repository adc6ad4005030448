/// What Lintel asks of a machine.
///
/// The core sees only these ports, so that it stays pure, its tests need no disk, and the same
/// bytes in give the same bytes out.
public struct Machine: Sendable {
  public let files: any FileStore
  public let processes: any ProcessRunner
  public let console: any Console
  public let clock: any WallClock
  /// The environment variables, such as `NO_COLOR`.
  public let environment: [String: String]
  public let work: any WorkSharing
  /// Whether the process ends as soon as what it was started for is done.
  public var endsWithRun = false

  public init(
    files: any FileStore, processes: any ProcessRunner, console: any Console,
    clock: any WallClock, environment: [String: String], work: any WorkSharing = WorkInTurn()
  ) {
    self.files = files
    self.processes = processes
    self.console = console
    self.clock = clock
    self.environment = environment
    self.work = work
  }
}
