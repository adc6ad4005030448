import MachinePorts

/// Deals problems out to helper processes and collects their answers.
///
/// A helper that dies or takes too long is replaced, and its problem is dealt again with less effort.
/// One thread looks after all of them in turn; each has a second problem waiting in its pipe, so that
/// none is idle meanwhile.
struct WorkerPool {
  private struct Job {
    let place: Int
    var problem: LayoutProblem
    /// Whether a helper has failed at it.
    var isRetry = false
  }

  private struct Crew {
    let worker: any WorkerProcess
    /// What it was sent and has not answered, the oldest first.
    var jobs: [Job] = []
    var solved = 0
    /// For how long the oldest one has been waited for.
    var waited = Duration.zero
  }

  private static let jobsAtOnce = 2

  private let runner: any ProcessRunner
  private let settings: LayoutSettings
  /// The next one is taken from the end.
  private var waiting: [Job]
  private var placements: [Placement?]
  private var finished = 0

  init(_ problems: [LayoutProblem], _ settings: LayoutSettings, _ runner: any ProcessRunner) {
    self.runner = runner
    self.settings = settings
    placements = Array(repeating: nil, count: problems.count)
    // The largest are dealt first, so that none of them is left for the end.
    waiting = problems.indices.map { Job(place: $0, problem: problems[$0]) }
      .sorted { ($0.problem.weight, $1.place) < ($1.problem.weight, $0.place) }
  }

  /// The placements in the order of the problems.
  mutating func run(progress: (Int) -> Void) throws(LayoutError) -> [Placement] {
    var crews = (0..<workerCount).compactMap { _ in startCrew() }
    defer { for crew in crews { crew.worker.kill() } }
    var told = 0
    while !waiting.isEmpty || crews.contains(where: { !$0.jobs.isEmpty }) {
      if finished > told {
        told = finished
        progress(told)
      }
      if crews.isEmpty { try placeHere() }
      for place in crews.indices.reversed() {
        guard try !tend(&crews[place], of: crews.count) else { continue }
        crews[place].worker.kill()
        crews.remove(at: place)
        if !waiting.isEmpty, let crew = startCrew() { crews.insert(crew, at: place) }
      }
    }
    return placements.compactMap(\.self)
  }

  /// A small work is done before a second helper would have started.
  private var workerCount: Int {
    let weight = waiting.reduce(0) { $0 + $1.problem.weight }
    guard waiting.count >= 8 || weight > 400 else { return min(1, waiting.count) }
    return max(1, min(settings.workers ?? runner.processorCount, waiting.count))
  }

  private func startCrew() -> Crew? {
    (try? runner.startSelf(arguments: [LayoutWorker.command])).map { Crew(worker: $0) }
  }

  /// Sends what a helper should do next and takes an answer if there is one.
  ///
  /// False when the helper must be replaced; what it had to do is then waiting again.
  private mutating func tend(_ crew: inout Crew, of crewCount: Int) throws(LayoutError) -> Bool {
    let slice = min(settings.timeLimit, crewCount == 1 ? .seconds(1) : .milliseconds(2))
    var answer: [UInt8] = []
    do throws(ProcessError) {
      while let job = nextJob(for: crew, of: crewCount) {
        crew.jobs.append(job)
        try crew.worker.send(job.problem.bytes)
      }
      guard !crew.jobs.isEmpty else {
        return waiting.isEmpty || crew.solved < settings.picturesEachWorker
      }
      answer = try crew.worker.receive(within: slice, limit: LayoutWorker.messageLimit)
    } catch {
      crew.waited += slice
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
    let isFull =
      crew.jobs.count >= Self.jobsAtOnce
      || crew.solved + crew.jobs.count >= settings.picturesEachWorker
    // The last ones are shared out evenly.
    let isGreedy = !crew.jobs.isEmpty && waiting.count < crewCount
    return isFull || isGreedy ? nil : waiting.popLast()
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
    placements[job.place] = placement
    finished += 1
  }

  /// Where no helper can be started, the work is done in this process, at its own risk.
  private mutating func placeHere() throws(LayoutError) {
    guard let engine = GraphvizEngine() else { throw .graphvizCannotDraw }
    while let job = waiting.popLast() {
      finish(job, ProblemLayout.place(job.problem, by: engine))
    }
  }
}
