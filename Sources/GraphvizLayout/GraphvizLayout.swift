public import DiagramScene
public import MachinePorts

/// Gives scenes their places with Graphviz.
public struct GraphvizLayout: Sendable {
  private let settings: LayoutSettings

  public init(settings: LayoutSettings = LayoutSettings()) { self.settings = settings }

  /// Places scenes in helper processes, for Graphviz may crash or never end.
  ///
  /// The executable must answer to `LayoutWorker.command` with `LayoutWorker.run`. Every scene gets
  /// its places, in the order of the scenes, with a note where a simpler layout had to do; the same
  /// scene gets the same places whatever else is placed with it.
  ///
  /// `progress` is called with how many scenes are placed, whenever that changes.
  public func place(
    _ scenes: [Scene], machine: Machine, progress: (Int) -> Void = { _ in }
  ) throws(LayoutError) -> [PlacedScene] {
    var results = [PlacedScene?](repeating: nil, count: scenes.count)
    var count = 0
    try place(scenes.count, machine: machine) {
      scenes[$0]
    } placed: { place, placed in
      results[place] = placed
      count += 1
      progress(count)
    }
    return results.compactMap(\.self)
  }

  /// Places scenes that are made one by one, while the helpers work on those before, and gives each
  /// on as soon as it is placed, so that it can be painted meanwhile.
  ///
  /// `scene` is asked for each scene once, in their order; `placed` is given each once, in any order.
  public func place(
    _ count: Int, machine: Machine, scene: (Int) -> Scene, placed: (Int, PlacedScene) -> Void
  ) throws(LayoutError) {
    var pool = WorkerPool(count, settings, machine.processes)
    var scenes: [Scene] = []
    try pool.run { place in
      scenes.append(scene(place))
      return LayoutProblem(scenes[place])
    } placed: { place, placement in
      placed(place, PlacedScene(scenes[place], placement))
    }
  }

  /// The version of Graphviz that gives the places, such as `2.43.0`; nil when it cannot be set up.
  public static var engineVersion: String? { GraphvizEngine()?.version }

  /// Places one scene in this process: for tests, and for programs that cannot start helpers.
  ///
  /// A crash of Graphviz is then a crash of the program.
  public static func placeInProcess(_ scene: Scene) throws(LayoutError) -> PlacedScene {
    guard let engine = GraphvizEngine() else { throw .graphvizCannotDraw }
    return PlacedScene(scene, ProblemLayout.place(LayoutProblem(scene), by: engine))
  }
}
