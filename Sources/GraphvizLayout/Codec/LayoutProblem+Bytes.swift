import DiagramScene
import SolutionModel

extension LayoutProblem {
  /// What a worker is sent.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(effort.rawValue)
    writer.write(direction.flatMap { ViewDefinition.Direction.allCases.firstIndex(of: $0) })
    writer.write(frames) { writer, frame in
      writer.write(frame.parent)
      writer.write(frame.title)
    }
    writer.write(boxes) { writer, box in
      writer.write(box.size)
      writer.write(box.frame)
      writer.write(UInt8(box.isPerson ? 1 : 0))
      writer.write(box.key)
    }
    writer.write(arrows) { writer, arrow in
      writer.write(arrow.source)
      writer.write(arrow.destination)
      writer.write(arrow.label ?? Size(0, 0))
    }
    return writer.bytes
  }

  /// Every place in a problem that was read leads to something.
  init(bytes: [UInt8]) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    guard let effort = Effort(rawValue: try reader.byte()) else { throw ByteReader.Malformed() }
    self.effort = effort
    let directions = ViewDefinition.Direction.allCases
    direction = try reader.place(below: directions.count).map { directions[$0] }
    var frameCount = 0
    frames = try reader.list { reader throws(ByteReader.Malformed) in
      defer { frameCount += 1 }
      return Frame(parent: try reader.place(below: frameCount), title: try reader.size())
    }
    let frameTotal = frames.count
    boxes = try reader.list { reader throws(ByteReader.Malformed) in
      Box(
        size: try reader.size(), frame: try reader.place(below: frameTotal),
        isPerson: try reader.byte() == 1, key: try reader.key())
    }
    let boxTotal = boxes.count
    arrows = try reader.list { reader throws(ByteReader.Malformed) in
      guard let source = try reader.place(below: boxTotal),
        let destination = try reader.place(below: boxTotal)
      else { throw ByteReader.Malformed() }
      let label = try reader.size()
      return Arrow(
        source: source, destination: destination, label: label.width > 0 ? label : nil)
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
  }
}

extension ByteWriter {
  mutating func write(_ point: Point) {
    write(point.x)
    write(point.y)
  }

  mutating func write(_ size: Size) {
    write(size.width)
    write(size.height)
  }

  mutating func write(_ rect: Rect) {
    write(rect.origin)
    write(rect.size)
  }
}

extension ByteReader {
  mutating func point() throws(Malformed) -> Point { Point(try double(), try double()) }

  /// Neither side is negative.
  mutating func size() throws(Malformed) -> Size {
    let size = Size(try double(), try double())
    guard size.width >= 0, size.height >= 0 else { throw Malformed() }
    return size
  }

  mutating func rect() throws(Malformed) -> Rect { Rect(origin: try point(), size: try size()) }
}
