import DiagramScene

/// Where the lines of different arrows cross.
enum LineCrossings {
  private struct Piece {
    let a: Point
    let b: Point
    let line: Int
    let minX: Double
    let maxX: Double
    let minY: Double
    let maxY: Double

    init(_ a: Point, _ b: Point, line: Int) {
      self.a = a
      self.b = b
      self.line = line
      (minX, maxX) = a.x < b.x ? (a.x, b.x) : (b.x, a.x)
      (minY, maxY) = a.y < b.y ? (a.y, b.y) : (b.y, a.y)
    }

    func crosses(_ other: Piece) -> Bool {
      guard minY < other.maxY, other.minY < maxY else { return false }
      let side1 = Self.side(a, b, other.a)
      let side2 = Self.side(a, b, other.b)
      guard side1 != side2 else { return false }
      return Self.side(other.a, other.b, a) != Self.side(other.a, other.b, b)
    }

    private static func side(_ a: Point, _ b: Point, _ c: Point) -> Bool {
      (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)
    }
  }

  /// Counts pairs of pieces of different lines that cross.
  ///
  /// - Complexity: O(p log p + q) for p pieces of which q pairs lie side by side in x.
  static func count(in lines: [Polyline]) -> Int {
    var pieces: [Piece] = []
    for (place, line) in lines.enumerated() {
      for i in 1..<line.points.count {
        pieces.append(Piece(line.points[i - 1], line.points[i], line: place))
      }
    }
    pieces.sort { ($0.minX, $0.line) < ($1.minX, $1.line) }
    var crossings = 0
    for i in pieces.indices {
      let piece = pieces[i]
      var k = i + 1
      while k < pieces.count, pieces[k].minX < piece.maxX {
        if pieces[k].line != piece.line, piece.crosses(pieces[k]) { crossings += 1 }
        k += 1
      }
    }
    return crossings
  }

  /// Counts where two lines cross.
  ///
  /// - Complexity: O(p q) for p and q pieces.
  static func count(of line: Polyline, and other: Polyline) -> Int {
    var crossings = 0
    for i in 1..<other.points.count {
      let piece = Piece(other.points[i - 1], other.points[i], line: 1)
      for k in 1..<line.points.count {
        let rival = Piece(line.points[k - 1], line.points[k], line: 0)
        if rival.minX < piece.maxX, piece.minX < rival.maxX, piece.crosses(rival) { crossings += 1 }
      }
    }
    return crossings
  }
}
