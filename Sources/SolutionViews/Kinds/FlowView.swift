import SolutionModel

/// A journey as a map: what it touches, with the numbers of its steps on the arrows.
struct FlowView: ViewSeries {
  func entries(in source: ViewSource) -> [ViewEntry] {
    source.solution.flows.map { flow in
      ViewEntry(id: "flow-\(flow.id)", kind: .flow, title: flow.name, subject: .flow(flow.id))
    }
  }

  func view(_ entry: ViewEntry, from source: ViewSource) -> View? {
    guard case .flow(let id) = entry.subject, let flow = source.solution.flow(id) else {
      return nil
    }
    let count = FlowSteps(flow).count
    let steps = count == 1 ? "1 step" : "\(count) steps"
    return View(entry, Self.draft(of: flow, from: source), from: source) { counts in
      "\(flow.summary ?? "The way it takes"): \(steps) over \(counts)"
    }
  }

  /// The links of a flow with all that they touch.
  static func draft(of flow: Flow, from source: ViewSource) -> ViewDraft {
    var draft = ViewDraft()
    for (id, step) in FlowSteps(flow).links {
      guard let link = source.solution.index(of: id) else { continue }
      draft.links.insert(link)
      draft.steps[link, default: []].append(step)
      for stop in source.stops[link] {
        draft.show(stop, because: "is touched by step \(step.number)")
      }
    }
    for (element, _) in flow.workplaces {
      guard let place = source.solution.index(of: element) else { continue }
      draft.show(place, because: "works in the flow")
    }
    return draft
  }
}
