import SolutionModel

/// A journey step by step: who sends what to whom, and how long it takes until then.
struct SequenceView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    source.solution.flows.map { flow in
      ViewEntry(
        id: "sequence-\(flow.id)", kind: .sequence, title: "\(flow.name), step by step",
        subject: .flow(flow.id))
    }
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    guard case .flow(let id) = entry.subject, let flow = source.solution.flow(id) else {
      return nil
    }
    let steps = SequenceSteps(of: flow, from: source)
    let count = FlowSteps(flow).count
    let parts = steps.members.count
    return View(
      id: entry.id, kind: entry.kind, title: entry.title,
      caption: "\(flow.summary ?? "Who sends what to whom"): "
        + "\(count == 1 ? "1 step" : "\(count) steps") of "
        + (parts == 1 ? "1 participant" : "\(parts) participants") + Self.verdict(flow, steps),
      focus: entry.subject, groups: [], members: steps.members, connections: steps.connections,
      sequence: steps.sequence)
  }

  /// The whole time against the target, as far as it is known.
  private static func verdict(_ flow: Flow, _ steps: SequenceSteps) -> String {
    guard steps.elapsed > .zero else { return "" }
    let time = (steps.isWhole ? "" : "at least ") + QuantityWords.duration(steps.elapsed)
    let target = flow.latencyTarget.map { " (target \(QuantityWords.duration($0)))" } ?? ""
    return ", \(time)\(target)"
  }
}
