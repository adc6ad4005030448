public import SolutionModel

/// Where a fact about a product comes from.
public struct FactProvenance: Hashable, Sendable {
  /// The day on which somebody last compared the fact with its source.
  public let checked: CalendarDate
  /// An `https` address.
  public let source: String

  init(_ row: FactTable.Row) throws(FactTable.Flaw) {
    guard row.fields.count >= 2, let day = CalendarDate(String(row.fields[row.fields.count - 2]))
    else { throw row.flaw("the day of the check is not a day") }
    guard let source = row.fields.last, source.hasPrefix("https://"), !source.contains(" ") else {
      throw row.flaw("the source is not an https address")
    }
    checked = day
    self.source = String(source)
  }
}
