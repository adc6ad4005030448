/// The lines of a data file, its fields set apart by semicolons.
///
/// The reader is strict: a file that is shipped has no excuse.
struct FactTable {
  /// What is wrong with a line.
  struct Flaw: Error, Hashable {
    /// From 1.
    let line: Int
    let reason: String
  }

  /// A line with the number that it has in its file, from 1.
  struct Row {
    let line: Int
    let fields: [Substring]

    func flaw(_ reason: String) -> Flaw { Flaw(line: line, reason: reason) }
  }

  let rows: [Row]

  /// Reads lines of `columns` fields each; lines that begin with `#` are for people.
  ///
  /// Throws for any other number of fields, and for a field that is empty or has a space around it
  /// besides the one after a semicolon.
  init(_ bytes: [UInt8], columns: Int) throws(Flaw) {
    var rows: [Row] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let row = Row(line: index + 1, fields: line.split(separator: "; "))
      guard row.fields.count == columns else {
        throw row.flaw("\(row.fields.count) fields where there are \(columns)")
      }
      for field in row.fields where field.contains(";") || field.first == " " || field.last == " " {
        throw row.flaw("'\(field)' is not a clean field")
      }
      rows.append(row)
    }
    self.rows = rows
  }
}
