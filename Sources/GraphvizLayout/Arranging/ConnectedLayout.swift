import DiagramScene

/// Places a problem that arrows join into one piece, by Graphviz in several tries.
///
/// How many tries there are depends on the problem and on what is wrong with the picture so far,
/// never on a clock: the same problem gets the same places everywhere.
struct ConnectedLayout {
  private struct Attempt {
    let placement: Placement
    let legibility: Legibility
    let burden: Double
    let sketch: GraphvizEngine.Sketch
    let settings: GraphvizEngine.Settings
  }

  /// Above this many boxes the order that Graphviz finds first is taken.
  private static let mostBoxesToReorder = 80
  private static let mostOrders = 7

  private let problem: LayoutProblem

  init(_ problem: LayoutProblem) { self.problem = problem }

  func place(by engine: borrowing GraphvizEngine) -> Placement {
    let settings = baseSettings
    var sketch = SketchComposer(problem, settings).sketch
    if problem.effort == .full { reorder(&sketch, settings, by: engine) }
    guard var best = attempt(sketch, settings, by: engine) else { return GridLayout.place(problem) }
    guard problem.effort == .full else { return best.placement }
    lowerTitles(&best, by: engine)
    turn(&best, by: engine)
    return best.placement
  }

  private var baseSettings: GraphvizEngine.Settings {
    var settings = GraphvizEngine.Settings()
    settings.growsRight = ReadingDirection.isRightward(problem, settings)
    if problem.effort != .full {
      settings.simplexLimit = 2
      settings.crossingEffort = 0.5
      settings.routing = .polyline
    }
    if problem.effort == .withoutLabels {
      let height = problem.arrows.reduce(0.0) { max($0, $1.label?.height ?? 0) }
      settings.rankGap += 2 * height
    }
    return settings
  }

  /// Names the boxes to Graphviz in the order that promises the fewest crossings.
  ///
  /// Finding the crossings of an order takes a third of the time of drawing it. The more there are,
  /// the more orders are tried.
  private func reorder(
    _ sketch: inout GraphvizEngine.Sketch, _ settings: GraphvizEngine.Settings,
    by engine: borrowing GraphvizEngine
  ) {
    guard problem.arrows.count >= problem.boxes.count,
      problem.boxes.count <= Self.mostBoxesToReorder,
      var fewest = engine.crossings(of: sketch, settings)
    else { return }
    let turns = min(Self.mostOrders, (fewest + 2) / 4)
    var candidate = sketch
    for turn in 0..<turns where fewest > 0 {
      candidate.order = ShuffledOrder.of(problem.boxes.map(\.key), turn: turn)
      if let count = engine.crossings(of: candidate, settings), count < fewest {
        fewest = count
        sketch = candidate
      }
    }
  }

  /// Puts titles that lines run through at the lower edge of their frames.
  private func lowerTitles(_ best: inout Attempt, by engine: borrowing GraphvizEngine) {
    guard best.legibility.linesThroughTitles > 0 else { return }
    let lines = best.placement.routes.map(Polyline.init)
    var sketch = best.sketch
    for (frame, title) in best.placement.titles.enumerated()
    where lines.contains(where: { $0.crosses(title) }) {
      sketch.titlesBelow.insert(frame)
    }
    if let other = attempt(sketch, best.settings, by: engine), other.burden < best.burden {
      best = other
    }
  }

  /// Tries the other direction on a strip or a picture with faults.
  private func turn(_ best: inout Attempt, by engine: borrowing GraphvizEngine) {
    let aspect = best.legibility.aspect
    guard problem.direction == nil, best.legibility.faults > 0 || aspect > 2.8 || aspect < 0.4
    else { return }
    var settings = best.settings
    settings.growsRight.toggle()
    let sketch = SketchComposer(problem, settings).sketch
    if let other = attempt(sketch, settings, by: engine), other.burden < best.burden {
      best = other
    }
  }

  private func attempt(
    _ sketch: GraphvizEngine.Sketch, _ settings: GraphvizEngine.Settings,
    by engine: borrowing GraphvizEngine
  ) -> Attempt? {
    guard var placement = engine.draw(sketch, settings) else { return nil }
    LostRoutes.mend(&placement, problem)
    TitlePlacement(problem, placement).run(&placement)
    var rerouting = Rerouting(problem, placement)
    rerouting.run(&placement)
    LabelPlacement(problem, placement).run(&placement)
    placement.fitSize()
    let legibility = LegibilityMeter.measure(placement, of: problem)
    let burden = legibility.burden + 4 * ReadingDirection.extentOnPage(placement.size) / 1_000
    return Attempt(
      placement: placement, legibility: legibility, burden: burden, sketch: sketch,
      settings: settings)
  }
}
