import DiagramScene
import MarkupText

/// What lies under a place of the picture: paper, an outer frame or an inner one, in turn.
struct Grounds {
  private let areas: [Rect]
  private let depths: [Int]

  init(_ placed: PlacedScene) {
    areas = placed.frames
    var depths: [Int] = []
    depths.reserveCapacity(areas.count)
    for frame in placed.scene.frames {
      let parent = frame.parent.flatMap { $0 < depths.count ? depths[$0] : nil }
      depths.append((parent ?? -1) + 1)
    }
    self.depths = depths
  }

  func isInner(_ frame: Int) -> Bool { !depths[frame].isMultiple(of: 2) }

  /// The class of what stands on the frame.
  func className(of frame: Int) -> SVG { isInner(frame) ? " on-inner" : " on-outer" }

  /// The class of what stands around a point; inner frames stand behind outer ones in the list.
  ///
  /// - Complexity: O(n) in the frames.
  func className(at point: Point) -> SVG? {
    areas.lastIndex { $0.contains(point) }.map(className(of:))
  }
}
