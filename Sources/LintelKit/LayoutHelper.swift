import GraphvizLayout
public import MachinePorts

/// The other side of drawing: an executable that draws must answer to this command.
public enum LayoutHelper {
  public static let command = LayoutWorker.command

  /// Lays pictures out until the parent process has no more.
  public static func run(for parent: any MessageChannel) { LayoutWorker.run(for: parent) }
}
