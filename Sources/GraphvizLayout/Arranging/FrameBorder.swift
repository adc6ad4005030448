import DiagramScene

/// How a frame surrounds what it holds, in pixels.
enum FrameBorder {
  /// From the border to what is inside.
  static let margin = 16.0
  /// From the border to the title.
  static let titleInset = 10.0

  /// Puts a frame with its title on top around a placement.
  static func wrap(_ content: inout Placement, title: Size) -> (frame: Rect, title: Rect) {
    let top = titleInset + title.height + margin / 2
    let width = max(content.size.width + 2 * margin, title.width + 2 * titleInset)
    content.move(by: Point((width - content.size.width) / 2, top))
    content.size = Size(width, content.size.height + top + margin)
    return (
      Rect(origin: Point(0, 0), size: content.size),
      Rect(origin: Point(titleInset, titleInset), size: title)
    )
  }
}
