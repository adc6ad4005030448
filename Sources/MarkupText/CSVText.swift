/// Cells for spreadsheets, as RFC 4180 has them.
package enum CSVText {
  /// A row with its line break.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// The text as one cell.
  ///
  /// A spreadsheet takes what begins with one of a few characters for a formula and would run it; an
  /// apostrophe in front makes it text again, unless it is a number. What is unsafe in a terminal
  /// becomes a dot, line breaks included.
  private static func cell(_ text: String) -> String {
    var plain = TerminalText.plain(text)
    let start = plain.unicodeScalars.first { $0 != " " }
    if let start, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(start),
      Double(plain) == nil
    {
      plain = "'" + plain
    }
    let isSimple =
      !plain.unicodeScalars.contains { ",\";'".unicodeScalars.contains($0) }
      && plain.first != " " && plain.last != " "
    return isSimple ? plain : "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
