import MachinePorts
import Synchronization
import Testing

@testable import GraphvizLayout

@Suite struct WorkerPoolTests {
  private let problems = (0..<12).map { SampleProblem.random(seed: $0, boxes: 3 + $0) }

  private func run(_ runner: ScriptedRunner, _ settings: LayoutSettings = LayoutSettings()) throws
    -> [Placement]
  {
    try run(problems, runner, settings)
  }

  private func run(
    _ problems: [LayoutProblem], _ runner: ScriptedRunner, _ settings: LayoutSettings
  ) throws -> [Placement] {
    var placements: [Int: Placement] = [:]
    var pool = WorkerPool(problems.count, settings, runner)
    try pool.run {
      problems[$0]
    } placed: { place, placement in
      #expect(placements.updateValue(placement, forKey: place) == nil)
    }
    return problems.indices.compactMap { placements[$0] }
  }

  private func check(_ placements: [Placement]) {
    #expect(placements.count == problems.count)
    for (placement, problem) in zip(placements, problems) {
      #expect(placement.boxes.count == problem.boxes.count)
      #expect(placement.routes.count == problem.arrows.count)
    }
  }

  @Test("answers come in the order of the problems, however many helpers there are")
  func keepsTheOrder() throws {
    let expected = problems.map { GridLayout.place($0) }
    for workers in [1, 2, 5] {
      let runner = ScriptedRunner(workers: workers) { _, _ in .solve }
      #expect(try run(runner) == expected)
      #expect(runner.started == workers)
      #expect(runner.alive == 0)
    }
  }

  @Test("a small work gets one helper")
  func smallWork() throws {
    let runner = ScriptedRunner(workers: 4) { _, _ in .solve }
    #expect(try run(Array(problems.prefix(4)), runner, LayoutSettings()).count == 4)
    #expect(runner.started == 1)
  }

  @Test(
    "a helper that dies, hangs or talks nonsense at one problem costs that problem its care only",
    arguments: [ScriptedRunner.Deed.die, .hang, .babble])
  func oneBadProblem(deed: ScriptedRunner.Deed) throws {
    let bad = problems[11]
    let runner = ScriptedRunner(workers: 2) { problem, _ in
      problem.boxes == bad.boxes && problem.effort == .full ? deed : .solve
    }
    let placements = try run(runner)
    check(placements)
    #expect(placements[11].notes.contains { $0.contains("failed") })
    #expect(placements.prefix(11).allSatisfy { !$0.notes.contains { $0.contains("failed") } })
    #expect(runner.started == 3)
    #expect(runner.alive == 0)
  }

  @Test("helpers that always die leave every picture placed in rows")
  func everyHelperDies() throws {
    let runner = ScriptedRunner(workers: 2) { _, _ in .die }
    let placements = try run(runner)
    check(placements)
    #expect(runner.alive == 0)
  }

  @Test("where no helper can start, the work is done here")
  func noHelpers() throws {
    let runner = ScriptedRunner(workers: 2, canStart: false) { _, _ in .solve }
    let placements = try run(runner)
    check(placements)
    #expect(placements.allSatisfy { $0.notes == [] })
  }

  @Test("a helper without Graphviz is an error, not a set of poor pictures")
  func noEngine() {
    let runner = ScriptedRunner(workers: 2) { _, _ in .lackEngine }
    #expect(throws: LayoutError.graphvizCannotDraw) { try run(runner) }
    #expect(runner.alive == 0)
  }

  @Test("helpers are replaced after their share of pictures")
  func replacesHelpers() throws {
    let runner = ScriptedRunner(workers: 1) { _, _ in .solve }
    check(try run(runner, LayoutSettings(picturesEachWorker: 5)))
    #expect(runner.started == 3)
    #expect(runner.alive == 0)
  }
}

/// Helpers in memory that do as they are told.
final class ScriptedRunner: ProcessRunner {
  enum Deed { case solve, die, hang, babble, lackEngine }

  private struct Count {
    var started = 0
    var alive = 0
  }

  let processorCount: Int
  private let canStart: Bool
  private let script: @Sendable (LayoutProblem, Int) -> Deed
  private let count = Mutex(Count())

  init(
    workers: Int, canStart: Bool = true,
    script: @escaping @Sendable (LayoutProblem, Int) -> Deed
  ) {
    processorCount = workers
    self.canStart = canStart
    self.script = script
  }

  var started: Int { count.withLock { $0.started } }
  var alive: Int { count.withLock { $0.alive } }

  func startSelf(arguments: [String]) throws(ProcessError) -> any WorkerProcess {
    guard canStart, arguments == [LayoutWorker.command] else { throw .cannotStart("no") }
    count.withLock { count in
      count.started += 1
      count.alive += 1
    }
    return ScriptedWorker(script: script) { self.count.withLock { $0.alive -= 1 } }
  }
}

private final class ScriptedWorker: WorkerProcess {
  private struct State {
    var messages: [[UInt8]] = []
    var isDead = false
    var isKilled = false
  }

  private let script: @Sendable (LayoutProblem, Int) -> ScriptedRunner.Deed
  private let ended: @Sendable () -> Void
  private let state = Mutex(State())

  init(
    script: @escaping @Sendable (LayoutProblem, Int) -> ScriptedRunner.Deed,
    ended: @escaping @Sendable () -> Void
  ) {
    self.script = script
    self.ended = ended
  }

  func send(_ message: [UInt8]) throws(ProcessError) {
    let isDead = state.withLock { state in
      if !state.isDead { state.messages.append(message) }
      return state.isDead
    }
    if isDead { throw .ended(signal: 9, exitCode: nil) }
  }

  func receive(within time: Duration, limit: Int) throws(ProcessError) -> [UInt8] {
    let message = state.withLock { $0.messages.first }
    guard let message, let problem = try? LayoutProblem(bytes: message) else { throw .timedOut }
    let deed = script(problem, 0)
    switch deed {
    case .hang: throw .timedOut
    case .die:
      state.withLock { $0.isDead = true }
      throw .ended(signal: 11, exitCode: nil)
    case .solve, .babble, .lackEngine:
      state.withLock { state in _ = state.messages.removeFirst() }
    }
    switch deed {
    case .babble: return [0, 1, 2, 3]
    case .lackEngine: return [LayoutWorker.Answer.noEngine.rawValue]
    case .solve, .die, .hang:
      return [LayoutWorker.Answer.placed.rawValue] + GridLayout.place(problem).bytes
    }
  }

  func kill() {
    let isFirst = state.withLock { state in
      defer { state.isKilled = true }
      return !state.isKilled
    }
    if isFirst { ended() }
  }
}
