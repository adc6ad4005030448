import DiagramScene

extension Placement {
  /// What a worker answers.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(boxes) { $0.write($1) }
    writer.write(frames) { $0.write($1) }
    writer.write(titles) { $0.write($1) }
    writer.write(routes) { writer, route in
      writer.write(route.points) { $0.write($1) }
      writer.write(route.tip)
      writer.write(UInt8(route.label == nil ? 0 : 1))
      if let label = route.label { writer.write(label) }
    }
    writer.write(size)
    writer.write(notes) { $0.write($1) }
    return writer.bytes
  }

  /// Reads an answer to `problem`; one to anything else is refused.
  init(bytes: [UInt8], of problem: LayoutProblem) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    boxes = try reader.list { reader throws(ByteReader.Malformed) in try reader.rect() }
    frames = try reader.list { reader throws(ByteReader.Malformed) in try reader.rect() }
    titles = try reader.list { reader throws(ByteReader.Malformed) in try reader.rect() }
    routes = try reader.list { reader throws(ByteReader.Malformed) in
      let points = try reader.list { reader throws(ByteReader.Malformed) in try reader.point() }
      guard points.count >= 4, points.count % 3 == 1 else { throw ByteReader.Malformed() }
      let tip = try reader.point()
      let label: Rect? = try reader.byte() == 1 ? try reader.rect() : nil
      return Route(points: points, tip: tip, label: label)
    }
    size = try reader.size()
    notes = try reader.list { reader throws(ByteReader.Malformed) in try reader.text() }
    guard reader.isAtEnd, boxes.count == problem.boxes.count,
      frames.count == problem.frames.count, titles.count == problem.frames.count,
      routes.count == problem.arrows.count
    else { throw ByteReader.Malformed() }
  }
}
