import SolutionModel

/// The calls that a flow has open, each with what it has waited for so far.
struct CallNesting {
  /// A call and the calls that were made inside it, one after the other.
  struct Sum {
    /// Tells the calls of one link apart.
    let number: Int
    let outer: Int
    /// The element that was called and that makes the inner calls.
    let callee: Int
    var inner: [Int] = []
    var time: Duration = .zero
  }

  private let times: [Duration?]
  private var open: [Sum] = []
  private var closed: [Sum] = []
  private var callCount = 0

  init(times: [Duration?]) { self.times = times }

  mutating func follow(_ steps: [FlowStep], of graph: SolutionGraph) {
    for step in steps {
      switch step {
      case .link(let id):
        if let link = graph.solution.index(of: id), graph.traits[link].isCall { call(link, graph) }
      case .work: break
      case .optional(let inner): follow(inner, of: graph)
      case .repeated(let times, let inner): repeats(times, inner, graph)
      case .parallel(let branches): splits(branches, graph)
      }
    }
  }

  /// One sum for each outer call, the longest where a flow makes the call several times.
  mutating func finished() -> [Sum] {
    closed += open
    open = []
    var longest: [Int: Sum] = [:]
    for sum in closed where sum.time > longest[sum.outer]?.time ?? .zero {
      longest[sum.outer] = sum
    }
    return longest.keys.sorted().compactMap { longest[$0] }
  }

  private mutating func call(_ link: Int, _ graph: SolutionGraph) {
    guard let first = graph.legs(of: link).first, let last = graph.legs(of: link).last else {
      return
    }
    while let sum = open.last, sum.callee != first.source {
      closed.append(sum)
      open.removeLast()
    }
    if let outer = open.indices.last, let time = times[link] {
      open[outer].inner.append(link)
      open[outer].time = open[outer].time.added(time)
    }
    open.append(Sum(number: callCount, outer: link, callee: last.destination))
    callCount += 1
  }

  /// What is open before the steps waits for all the repeats.
  private mutating func repeats(_ count: Int, _ steps: [FlowStep], _ graph: SolutionGraph) {
    let before = open
    follow(steps, of: graph)
    for place in before.indices where isOpen(before[place], at: place) {
      let once = open[place].time - before[place].time
      open[place].time = before[place].time.added(once.multiplied(by: count))
    }
  }

  /// What is open before the branches waits for the slowest of them.
  private mutating func splits(_ branches: [FlowStep], _ graph: SolutionGraph) {
    let before = open
    var slowest = before
    for branch in branches {
      open = before
      follow([branch], of: graph)
      closed += open.dropFirst(before.count)
      for place in before.indices
      where isOpen(before[place], at: place) && open[place].time > slowest[place].time {
        slowest[place] = open[place]
      }
    }
    open = slowest
  }

  private func isOpen(_ sum: Sum, at place: Int) -> Bool {
    place < open.count && open[place].number == sum.number
  }
}
