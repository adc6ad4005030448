/// Quantities in the notation of the language.
enum QuantityText {
  /// Up to six decimals, without zeros at the end.
  static func number(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    guard abs(rounded) < 1e15 else { return String(value) }
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// As in `20 KB`.
  static func size(_ bytes: Int) -> String {
    var amount = Double(bytes)
    var unit = "B"
    for larger in ["KB", "MB", "GB", "TB"] where amount >= 1024 {
      amount /= 1024
      unit = larger
    }
    return "\(number(amount)) \(unit)"
  }

  /// As in `1h30min` and `1500ms`.
  static func duration(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    guard milliseconds == 0 else {
      return seconds < 60
        ? "\(seconds * 1000 + milliseconds)ms"
        : number(Double(seconds) + Double(milliseconds) / 1000) + "s"
    }
    var rest = seconds
    var text = ""
    for (unit, length) in [("d", Int64(86_400)), ("h", 3600), ("min", 60)] where rest >= length {
      text += "\(rest / length)\(unit)"
      rest %= length
    }
    return rest > 0 || text.isEmpty ? text + "\(rest)s" : text
  }
}
