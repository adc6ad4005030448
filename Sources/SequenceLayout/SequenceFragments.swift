import DiagramScene

/// The borders around steps that belong together.
struct SequenceFragments {
  let areas: [Rect]
  let partings: [[Double]]
  /// The right end of the widest one.
  let right: Double

  init(of scene: Scene, _ columns: SequenceColumns, _ rows: SequenceRows) {
    let fragments = scene.sequence?.fragments ?? []
    let deepest = fragments.map(\.depth).max() ?? 0
    areas = fragments.map { fragment in
      let steps = scene.arrows[fragment.first...fragment.last]
      var left = Double.infinity
      var right = 0.0
      for arrow in steps {
        let ends = [columns.centers[arrow.source], columns.centers[arrow.destination]]
        left = min(left, ends.min() ?? 0)
        right = max(right, ends.max() ?? 0)
        if arrow.source == arrow.destination {
          right = max(
            right, ends[0] + SequenceLayout.loop.width + 4 + arrow.labelSize.width)
        }
      }
      // Inner ones keep off the lines of those around them.
      let margin =
        SequenceLayout.fragmentPadding * Double(deepest - fragment.depth + 1) + 20
      let inside = fragments.count {
        $0.first == fragment.first && $0.depth > fragment.depth && $0.last <= fragment.last
      }
      let title = SequenceLayout.fragmentTitleHeight + 8
      let top = rows.tops[fragment.first] - title - Double(inside) * title
      let closed = fragments.count {
        $0.last == fragment.last && $0.depth > fragment.depth && $0.first >= fragment.first
      }
      let bottom =
        rows.ends[fragment.last] + SequenceLayout.fragmentPadding * Double(closed + 1)
      let width = max(right - left + margin * 2, fragment.title.width + 32)
      return Rect(origin: Point(left - margin, top), size: Size(width, bottom - top))
    }
    partings = fragments.map { fragment in
      fragment.parts.map { (rows.ends[$0 - 1] + rows.tops[$0]) / 2 }
    }
    right = areas.map(\.maxX).max() ?? 0
  }
}
