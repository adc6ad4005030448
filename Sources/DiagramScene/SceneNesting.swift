/// What stands directly in each frame of a scene, frames before boxes.
public struct SceneNesting: Sendable {
  public enum Thing: Hashable, Sendable {
    /// Places in the scene's frames and boxes.
    case frame(Int)
    case box(Int)
  }

  /// What stands in no frame.
  public private(set) var outermost: [Thing] = []
  /// By the place of a frame.
  public private(set) var inFrame: [[Thing]]

  /// - Complexity: O(frames + boxes).
  public init(_ scene: Scene) {
    inFrame = Array(repeating: [], count: scene.frames.count)
    for place in scene.frames.indices { add(.frame(place), to: scene.frames[place].parent) }
    for place in scene.boxes.indices { add(.box(place), to: scene.boxes[place].frame) }
  }

  private mutating func add(_ thing: Thing, to frame: Int?) {
    if let frame { inFrame[frame].append(thing) } else { outermost.append(thing) }
  }
}
