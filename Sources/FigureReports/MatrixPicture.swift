import SolutionGraph

/// A matrix drawn with one sign a cell.
struct MatrixPicture {
  private let matrix: StructureMatrix
  private let names: [String]
  private let nameWidth: Int

  private static let widestName = 28

  init(_ matrix: StructureMatrix, names: [String]) {
    self.matrix = matrix
    self.names = names
    nameWidth = min(Self.widestName, names.map(\.count).max() ?? 0)
  }

  var lines: [String] {
    let numbers = names.indices.map { String($0 + 1) }
    let digits = numbers.last?.count ?? 1
    let indent = String(repeating: " ", count: nameWidth + 2 + digits)
    let headings = (0..<digits).map { digit in
      indent + numbers.map { " " + Self.digit(digit, of: $0, digits) }.joined()
    }
    let rows = names.indices.map { row in
      let number = String(repeating: " ", count: digits - numbers[row].count) + numbers[row]
      return name(row) + "  " + number + cells(of: row).map { " " + $0 }.joined()
    }
    return (headings + rows).map(Self.trimmed)
  }

  private func name(_ row: Int) -> String {
    let name = names[row]
    guard name.count > nameWidth else {
      return name + String(repeating: " ", count: nameWidth - name.count)
    }
    return "…" + name.suffix(nameWidth - 1)
  }

  private func cells(of row: Int) -> [String] {
    var cells = [String](repeating: " ", count: names.count)
    if let block = matrix.blocks.first(where: { $0.contains(row) }) {
      for column in block { cells[column] = "·" }
    }
    cells[row] = "■"
    for mark in matrix.rows[row] where mark.column != row {
      cells[mark.column] = mark.isHard ? "●" : "○"
    }
    return cells
  }

  /// The digit at a place counted from the left of the widest number.
  private static func digit(_ place: Int, of number: String, _ digits: Int) -> String {
    let offset = place - (digits - number.count)
    guard offset >= 0 else { return " " }
    return String(number[number.index(number.startIndex, offsetBy: offset)])
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
