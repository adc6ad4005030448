import SolutionModel

/// Reads dates and times of day.
enum DateText {
  /// `2027-06-30`.
  static func date(_ text: String) -> Result<CalendarDate, UnitMistake> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.map(\.utf8.count) == [4, 2, 2] {
      guard let date = date(year: parts[0], month: parts[1], day: parts[2]) else {
        return .failure(UnitMistake(limit: "a day that the calendar has"))
      }
      return .success(date)
    }
    return .failure(UnitMistake(correction: likelyDate(in: text)?.description))
  }

  /// Minutes after midnight of `01:30`.
  static func minutes(_ text: String) -> Result<Int, UnitMistake> {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.map(\.utf8.count) == [2, 2], parts.allSatisfy(\.isDigits), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), hours < 24, minutes < 60
    {
      return .success(hours * 60 + minutes)
    }
    let isShort = parts.count == 2 && parts[0].utf8.count == 1 && parts[1].utf8.count == 2
    return .failure(UnitMistake(correction: isShort ? "0" + text : nil))
  }

  private static func date(year: Substring, month: Substring, day: Substring) -> CalendarDate? {
    guard year.isDigits, month.isDigits, day.isDigits, let year = Int(year),
      let month = Int(month), let day = Int(day)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The only date that a text in another notation can mean.
  private static func likelyDate(in text: String) -> CalendarDate? {
    let day = text.prefix { $0 != "T" && $0 != " " }
    let parts = day.split { "./-".contains($0) }
    guard parts.count == 3 else { return nil }
    if parts[0].count == 4 { return date(year: parts[0], month: parts[1], day: parts[2]) }
    guard parts[2].count == 4 else { return nil }
    let european = date(year: parts[2], month: parts[1], day: parts[0])
    if day.contains(".") { return european }
    let american = date(year: parts[2], month: parts[0], day: parts[1])
    return european == nil || american == nil ? european ?? american : nil
  }
}
