/// A line of a data file, understood.
protocol VendorFact: Sendable {
  /// How many fields its lines have.
  static var fieldCount: Int { get }

  init(_ row: FactTable.Row) throws(FactTable.Flaw)

  /// Whether its line comes before that of another; no two lines are about one thing.
  func precedes(_ other: Self) -> Bool
}

extension VendorFact {
  /// Throws for the first line that is not right or not in its place.
  static func read(_ bytes: [UInt8]) throws(FactTable.Flaw) -> [Self] {
    let table = try FactTable(bytes, columns: fieldCount)
    var facts: [Self] = []
    for row in table.rows {
      let fact = try Self(row)
      if let last = facts.last, !last.precedes(fact) { throw row.flaw("it is not in its place") }
      facts.append(fact)
    }
    return facts
  }

  /// The facts of a file that is part of the executable; a test reads all of these.
  static func shipped(_ bytes: [UInt8], as file: String) -> [Self] {
    do throws(FactTable.Flaw) {
      return try read(bytes)
    } catch {
      preconditionFailure("\(file), line \(error.line): \(error.reason)")
    }
  }
}
