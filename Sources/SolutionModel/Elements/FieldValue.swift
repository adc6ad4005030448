/// The value of an extra fact that a model's own profile declares.
public enum FieldValue: Hashable, Sendable {
  case word(String)
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case link(String)

  /// As a reader sees it.
  public var text: String {
    switch self {
    case .word(let text), .text(let text), .link(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .date(let date): date.description
    }
  }
}
