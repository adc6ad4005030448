import CGraphvizShim
public import MachinePorts

/// The helper's side: solves the problems that its parent sends, one after another.
public enum LayoutWorker {
  /// The hidden command that makes this executable a layout worker.
  public static let command = "layout-worker"

  /// The first byte of an answer.
  enum Answer: UInt8 {
    /// A placement follows.
    case placed
    /// Graphviz cannot be set up on this machine.
    case noEngine
    /// The message was no problem.
    case notUnderstood
  }

  /// Longer messages are refused: a picture of 10,000 arrows takes about 2 MB.
  static let messageLimit = 64 << 20

  /// More memory than a picture of any use takes.
  private static let memoryLimit: UInt64 = 3 << 30
  /// A layout cannot be stopped from inside, and a parent that was killed can stop nothing.
  private static let lifetimeOfJob: UInt32 = 300

  /// Works until no more messages come.
  public static func run(for parent: any MessageChannel) {
    gvs_confine(memoryLimit)
    let engine = GraphvizEngine()
    while let message = try? parent.receive(limit: messageLimit) {
      gvs_end_after(lifetimeOfJob)
      let answer = Self.answer(to: message, by: engine)
      gvs_end_after(0)
      guard (try? parent.send(answer)) != nil else { return }
    }
  }

  private static func answer(to message: [UInt8], by engine: borrowing GraphvizEngine?)
    -> [UInt8]
  {
    guard let problem = try? LayoutProblem(bytes: message) else {
      return [Answer.notUnderstood.rawValue]
    }
    switch engine {
    case .some(let engine):
      return [Answer.placed.rawValue] + ProblemLayout.place(problem, by: engine).bytes
    case .none:
      return [Answer.noEngine.rawValue]
    }
  }
}
