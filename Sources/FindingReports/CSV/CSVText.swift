/// Cells for spreadsheets, as RFC 4180 has them.
enum CSVText {
  /// A row with its line break.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// The text as one cell.
  ///
  /// A spreadsheet takes what begins with one of a few characters for a formula and would run it; an
  /// apostrophe in front makes it text again. Control characters become blanks.
  static func cell(_ text: String) -> String {
    var plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F ? " " : scalar
        }))
    let start = plain.unicodeScalars.first { $0 != " " && $0 != "\n" }
    if let start, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(start) {
      plain = "'" + plain
    }
    let isSimple =
      !plain.unicodeScalars.contains { ",\"\n;'".unicodeScalars.contains($0) }
      && plain.first != " " && plain.last != " "
    return isSimple ? plain : "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
