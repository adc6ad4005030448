import MachinePorts

/// Deals problems out to helper processes and collects their answers.
///
/// A helper that dies or takes too long is replaced, and its problem is dealt again with less effort.
/// One thread looks after all of them in turn.
struct WorkerPool {
  private struct Job {
    let place: Int
    var problem: LayoutProblem
    /// Whether a helper has failed at it.
    var isRetry = false
  }

  private struct Crew {
    /// A helper has as much work waiting in its pipe as it needs to stay busy until it is looked at
    /// again, and no more, for what waits behind a large picture waits long.
    private static let mostWeight = 250

    let worker: any WorkerProcess
    /// What it was sent and has not answered, the oldest first.
    var jobs: [Job] = []
    var solved = 0
    /// For how long the oldest one has been waited for.
    var waited = Duration.zero

    func hasRoom(_ settings: LayoutSettings) -> Bool {
      let weight = jobs.reduce(0) { $0 + $1.problem.weight }
      return solved + jobs.count < settings.picturesEachWorker && weight < Self.mostWeight
    }
  }

  /// Less work than this is done before a second helper would have started.
  private static let worthHelp = (jobs: 8, weight: 400)

  private let runner: any ProcessRunner
  private let settings: LayoutSettings
  private let count: Int
  /// How many of the problems have been asked for.
  private var asked = 0
  /// The next one is taken from the end.
  private var waiting: [Job] = []
  /// How many jobs have been sent.
  private var dealt = 0
  private var finished: [(place: Int, placement: Placement)] = []

  init(_ count: Int, _ settings: LayoutSettings, _ runner: any ProcessRunner) {
    self.count = count
    self.settings = settings
    self.runner = runner
  }

  /// Asks for each problem when a helper is about to have time for it, so that problems are made
  /// while others are solved, and gives each placement on as soon as it is there.
  mutating func run(
    problem: (Int) -> LayoutProblem, placed: (Int, Placement) -> Void
  ) throws(LayoutError) {
    if count < Self.worthHelp.jobs { ask(for: count, problem) }
    var crews = (0..<workerCount).compactMap { _ in startCrew() }
    defer { for crew in crews { crew.worker.kill() } }
    var patience = Duration.zero
    while hasWork || crews.contains(where: { !$0.jobs.isEmpty }) {
      if crews.isEmpty {
        ask(for: count, problem)
        try placeHere()
      }
      let passed = patience
      let dealtBefore = dealt
      for place in crews.indices.reversed() {
        ask(for: 1, problem)
        if !crews[place].jobs.isEmpty { crews[place].waited += passed }
        if try !tend(&crews[place], of: crews.count, patience) {
          crews[place].worker.kill()
          crews.remove(at: place)
          if hasWork, let crew = startCrew() { crews.insert(crew, at: place) }
        }
        patience = .zero
      }
      // Only after a round without any event one of them is waited for.
      if finished.isEmpty, dealt == dealtBefore {
        patience = min(settings.timeLimit, crews.count == 1 ? .seconds(1) : .milliseconds(2))
      }
      for done in finished { placed(done.place, done.placement) }
      finished = []
    }
  }

  private var hasWork: Bool { asked < count || !waiting.isEmpty }

  /// Sees to it that `wanted` problems are waiting, or all that there are.
  private mutating func ask(for wanted: Int, _ problem: (Int) -> LayoutProblem) {
    while waiting.count < wanted, asked < count {
      waiting.insert(Job(place: asked, problem: problem(asked)), at: 0)
      asked += 1
    }
  }

  private var workerCount: Int {
    let weight = waiting.reduce(0) { $0 + $1.problem.weight }
    guard count >= Self.worthHelp.jobs || weight > Self.worthHelp.weight else {
      return min(1, count)
    }
    return max(1, min(settings.workers ?? runner.processorCount, count))
  }

  private func startCrew() -> Crew? {
    (try? runner.startSelf(arguments: [LayoutWorker.command])).map { Crew(worker: $0) }
  }

  /// Sends what a helper should do next and takes an answer, if there is one within `patience`.
  ///
  /// False when the helper must be replaced; what it had to do is then waiting again.
  private mutating func tend(
    _ crew: inout Crew, of crewCount: Int, _ patience: Duration
  ) throws(LayoutError) -> Bool {
    var answer: [UInt8] = []
    do throws(ProcessError) {
      while let job = nextJob(for: crew, of: crewCount) {
        crew.jobs.append(job)
        try crew.worker.send(job.problem.bytes)
      }
      guard !crew.jobs.isEmpty else {
        return !hasWork || crew.solved < settings.picturesEachWorker
      }
      answer = try crew.worker.receive(within: patience, limit: LayoutWorker.messageLimit)
    } catch {
      if error == .timedOut, crew.waited < settings.timeLimit { return true }
      giveBack(crew.jobs)
      return false
    }
    guard let placement = try placement(in: answer, of: crew.jobs[0].problem) else {
      giveBack(crew.jobs)
      return false
    }
    finish(crew.jobs.removeFirst(), placement)
    crew.solved += 1
    crew.waited = .zero
    return true
  }

  private mutating func nextJob(for crew: Crew, of crewCount: Int) -> Job? {
    let left = waiting.count + count - asked
    // The last ones are shared out evenly.
    guard crew.hasRoom(settings), crew.jobs.isEmpty || left >= crewCount else { return nil }
    if !waiting.isEmpty { dealt += 1 }
    return waiting.popLast()
  }

  /// Nil when the answer is not one to this problem.
  private func placement(in answer: [UInt8], of problem: LayoutProblem) throws(LayoutError)
    -> Placement?
  {
    switch answer.first.flatMap(LayoutWorker.Answer.init) {
    case .placed: return try? Placement(bytes: Array(answer.dropFirst()), of: problem)
    case .noEngine: throw .graphvizCannotDraw
    case .notUnderstood, nil: return nil
    }
  }

  /// The first of the jobs is to blame and gets less effort; the others were only behind it.
  private mutating func giveBack(_ jobs: [Job]) {
    waiting += jobs.dropFirst().reversed()
    guard var job = jobs.first else { return }
    job.isRetry = true
    if let effort = job.problem.effort.next {
      job.problem.effort = effort
      waiting.append(job)
    } else {
      finish(job, GridLayout.place(job.problem))
    }
  }

  private mutating func finish(_ job: Job, _ placement: Placement) {
    var placement = placement
    if job.isRetry {
      placement.notes.append("the careful layout of this picture failed, so a simpler one is used")
    }
    finished.append((job.place, placement))
  }

  /// Where no helper can be started, the work is done in this process, at its own risk.
  private mutating func placeHere() throws(LayoutError) {
    guard let engine = GraphvizEngine() else { throw .graphvizCannotDraw }
    while let job = waiting.popLast() {
      finish(job, ProblemLayout.place(job.problem, by: engine))
    }
  }
}
