import SolutionModel

/// The numbers of a flow's steps.
///
/// Links are counted 1, 2, 3; work inside an element has no number, since no arrow shows it. Steps
/// at the same time share a number and differ by letter: 3a, 3b; where one of them is several links
/// in a row, these are 3a.1 and 3a.2.
struct FlowSteps {
  private(set) var links: [(link: LinkID, step: View.Connection.Step)] = []
  /// How many numbers there are, steps at the same time counted once.
  private(set) var count = 0

  init(_ flow: Flow) {
    count = number(flow.steps, prefix: "", times: 1, isOptional: false)
  }

  /// Numbers steps that follow one another; answers how many numbers it used.
  private mutating func number(
    _ steps: [FlowStep], prefix: String, times: Int, isOptional: Bool, from first: Int = 1
  ) -> Int {
    var next = first
    for step in steps {
      switch step {
      case .link(let link):
        links.append(
          (link, .init(number: "\(prefix)\(next)", isOptional: isOptional, times: times)))
        next += 1
      case .work: break
      case .optional(let inner):
        next += number(inner, prefix: prefix, times: times, isOptional: true, from: next)
      case .repeated(let count, let inner):
        let product = times.multipliedReportingOverflow(by: count)
        next += number(
          inner, prefix: prefix, times: product.overflow ? .max : product.partialValue,
          isOptional: isOptional, from: next)
      case .parallel(let branches):
        let linked = branches.filter(Self.hasLink)
        for (place, branch) in linked.enumerated() {
          number(
            branch: branch, as: "\(prefix)\(next)\(Self.letters(place))", times: times,
            isOptional: isOptional)
        }
        if !linked.isEmpty { next += 1 }
      }
    }
    return next - first
  }

  /// Numbers one of several branches at the same time.
  private mutating func number(
    branch: FlowStep, as name: String, times: Int, isOptional: Bool
  ) {
    let before = links.count
    let used = number([branch], prefix: name + ".", times: times, isOptional: isOptional)
    guard used == 1, links.count == before + 1, let only = links.popLast() else { return }
    let step = View.Connection.Step(
      number: name, isOptional: only.step.isOptional, times: only.step.times)
    links.append((only.link, step))
  }

  private static func hasLink(_ step: FlowStep) -> Bool {
    switch step {
    case .link: true
    case .work: false
    case .parallel(let inner), .optional(let inner), .repeated(_, let inner):
      inner.contains(where: hasLink)
    }
  }

  /// a to z, then aa, ab and so on.
  private static func letters(_ place: Int) -> String {
    var rest = place
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }
}
