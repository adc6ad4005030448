import DiagramScene

/// Rectangles side by side in rows, like books on shelves.
enum ShelfPacking {
  /// The upper left corner of each rectangle, and what they take together.
  ///
  /// High ones come first, and among equals the order given stays; rows are filled until the whole
  /// is about `aspect` times as wide as high.
  static func pack(_ sizes: [Size], gap: Double, aspect: Double = 1.6) -> (
    corners: [Point], size: Size
  ) {
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let widest = sizes.reduce(0) { max($0, $1.width) }
    let limit = max(widest, (area * aspect).squareRoot())
    let order = sizes.indices.sorted {
      (sizes[$1].height, $0) < (sizes[$0].height, $1)
    }
    var corners = [Point](repeating: Point(0, 0), count: sizes.count)
    var (x, y, rowHeight, width) = (0.0, 0.0, 0.0, 0.0)
    for place in order {
      if x > 0, x + sizes[place].width > limit {
        (x, y, rowHeight) = (0, y + rowHeight + gap, 0)
      }
      corners[place] = Point(x, y)
      x += sizes[place].width + gap
      width = max(width, x - gap)
      rowHeight = max(rowHeight, sizes[place].height)
    }
    return (corners, Size(width, y + rowHeight))
  }
}
