import SolutionGraph
import SolutionModel

/// The steps of a flow one below the other, with the time that has passed.
///
/// A link that passes others (`through`) is a message for each hop. Branches at the same time stand
/// one below the other and start at the same moment; what is repeated is shown once.
struct SequenceSteps {
  private(set) var members: [View.Member] = []
  private(set) var connections: [View.Connection] = []
  /// Since the start of the flow, at its end.
  private(set) var elapsed: Duration = .zero
  /// Whether the time of every step so far is known.
  private(set) var isWhole = true

  private let source: ViewSource
  private var numbers: ArraySlice<(link: LinkID, step: View.Connection.Step)>
  private var memberOf: [Int: Int] = [:]
  private var fragments: [View.Sequence.Fragment] = []
  private var times: [(work: Duration?, elapsed: Duration, isWhole: Bool)] = []
  private var depth = 0
  private var hasChoice = false
  private var isCritical: [Bool] = []

  /// - Complexity: O(steps and what they touch).
  init(of flow: Flow, from source: ViewSource) {
    self.source = source
    numbers = FlowSteps(flow).links[...]
    follow(flow.steps)
    fragments.sort { ($0.depth, $0.first) < ($1.depth, $1.first) }
  }

  var sequence: View.Sequence {
    View.Sequence(
      fragments: fragments,
      moments: zip(times, isCritical).map { time, isCritical in
        View.Sequence.Moment(
          work: time.work, elapsed: time.elapsed, isWhole: time.isWhole,
          isCritical: hasChoice && isCritical)
      })
  }

  private mutating func follow(_ steps: [FlowStep]) {
    for step in steps {
      switch step {
      case .link(let id): send(id)
      case .work(let id, let time): work(at: id, time)
      case .optional(let inner): enclose(.optional) { $0.follow(inner) }
      case .repeated(let count, let inner):
        let start = elapsed
        enclose(.repeated(times: count)) { $0.follow(inner) }
        elapsed = start.added((elapsed - start).multiplied(by: count))
      case .parallel(let branches): fork(branches)
      }
    }
  }

  private mutating func send(_ id: LinkID) {
    let step = numbers.popFirst()?.step
    guard let link = source.solution.index(of: id) else { return }
    if let time = source.graph.time(ofStepOver: link).total {
      elapsed = elapsed.added(time)
    } else {
      isWhole = false
    }
    let stops = source.stops[link].map { member(of: $0) }
    for (near, far) in zip(stops, stops.dropFirst()) {
      append(from: near, to: far, [id], step)
    }
  }

  private mutating func work(at id: ElementID, _ time: Duration?) {
    guard let element = source.solution.index(of: id) else { return }
    let time = time ?? source.solution.elements[element].latency
    if let time { elapsed = elapsed.added(time) } else { isWhole = false }
    let place = member(of: element)
    append(from: place, to: place, [], nil, work: time)
  }

  private mutating func append(
    from near: Int, to far: Int, _ links: [LinkID], _ step: View.Connection.Step?,
    work: Duration? = nil
  ) {
    connections.append(
      View.Connection(
        source: near, destination: far, links: links,
        // The fragments say what is optional and how often.
        steps: step.map { [View.Connection.Step(number: $0.number)] } ?? []))
    times.append((work, elapsed, isWhole))
    isCritical.append(true)
  }

  private mutating func enclose(
    _ kind: View.Sequence.Fragment.Kind, _ inner: (inout Self) -> Void
  ) {
    let first = connections.count
    depth += 1
    inner(&self)
    depth -= 1
    guard connections.count > first else { return }
    fragments.append(.init(kind: kind, first: first, last: connections.count - 1, depth: depth))
  }

  /// Branches start together, and the flow goes on when the longest one is done.
  private mutating func fork(_ branches: [FlowStep]) {
    let start = elapsed
    let first = connections.count
    var ends: [(elapsed: Duration, steps: Range<Int>)] = []
    depth += 1
    for branch in branches {
      elapsed = start
      let begin = connections.count
      follow([branch])
      if connections.count > begin { ends.append((elapsed, begin..<connections.count)) }
    }
    depth -= 1
    guard let longest = ends.map(\.elapsed).max() else { return }
    elapsed = longest
    guard ends.count > 1 else { return }
    if longest > start {
      hasChoice = true
      let winner = ends.firstIndex { $0.elapsed == longest }
      for (place, end) in ends.enumerated() where place != winner {
        for step in end.steps { isCritical[step] = false }
      }
    }
    fragments.append(
      .init(
        kind: .parallel(branches: ends.dropFirst().map(\.steps.lowerBound)), first: first,
        last: connections.count - 1, depth: depth))
  }

  /// The place of an element among the participants; the first time it gets one.
  private mutating func member(of element: Int) -> Int {
    if let place = memberOf[element] { return place }
    memberOf[element] = members.count
    members.append(
      View.Member(
        subject: source.subject(of: element), group: nil,
        hiddenParts: source.tree.sizes[element] - 1, reason: "takes part in the flow"))
    return members.count - 1
  }
}
