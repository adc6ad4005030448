/// Quantities in words, so that every text writes them alike.
package enum QuantityWords {
  /// With the unit that fits its size: `300 ms`, `6.6 s`, `5 min`, `48 h`.
  package static func duration(_ duration: Duration) -> String {
    Self.duration(seconds: duration / .seconds(1))
  }

  package static func duration(seconds: Double) -> String {
    switch seconds {
    case ..<1: return decimal(seconds * 1000, places: seconds < 0.01 ? 1 : 0) + " ms"
    case ..<120: return decimal(seconds, places: 1) + " s"
    case ..<7200: return decimal(seconds / 60, places: 1) + " min"
    default: return decimal(seconds / 3600, places: 1) + " h"
    }
  }

  /// A percentage with two places, or as many as tell it from 100 %: `99.35 %`, `99.9975 %`.
  package static func percent(_ availability: Availability) -> String {
    var lost = (1 - availability.fraction) * 100
    var places = 2
    while lost > 0, lost < 0.095, places < 7 {
      lost *= 10
      places += 1
    }
    return decimal(availability.fraction * 100, places: places) + " %"
  }

  /// Rounded to so many places, at most 7, without zeros at the end.
  package static func decimal(_ number: Double, places: Int) -> String {
    guard number.isFinite, abs(number) < 1e11 else { return "\(number)" }
    var scale = (0..<places).reduce(1) { power, _ in power * 10 }
    var scaled = Int((abs(number) * Double(scale)).rounded())
    while scale > 1, scaled.isMultiple(of: 10) {
      scaled /= 10
      scale /= 10
    }
    let whole = (number < 0 && scaled != 0 ? "-" : "") + String(scaled / scale)
    // The scale in front keeps the zeros that the fraction begins with.
    return scale == 1 ? whole : whole + "." + String(scale + scaled % scale).dropFirst()
  }

  /// Rounded to just so many places, so that figures in a column stand below each other.
  package static func fixed(_ number: Double, places: Int) -> String {
    let short = decimal(number, places: places)
    guard places > 0, number.isFinite else { return short }
    let fraction = short.split(separator: ".").dropFirst().first?.count ?? 0
    return short + (fraction == 0 ? "." : "") + String(repeating: "0", count: places - fraction)
  }

  /// A share of something in percent, with one place; what is there is never `0.0 %`.
  package static func share(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "< 0.1 %" }
    return fixed(share * 100, places: 1) + " %"
  }

  /// `1 link`, `3 links`.
  package static func count(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// With the time that fits its size: `20/s`, `6/min`, `3/h`, `2/day`.
  package static func rate(perSecond rate: Double) -> String {
    switch rate {
    case 0: "0/s"
    case ..<(1 / 3600.0): decimal(rate * 86_400, places: 2) + "/day"
    case ..<(1 / 60.0): decimal(rate * 3600, places: 1) + "/h"
    case ..<1: decimal(rate * 60, places: 1) + "/min"
    default: decimal(rate, places: rate < 10 ? 1 : 0) + "/s"
    }
  }

  /// A minute after Monday 00:00: `Sunday 23:30`.
  package static func weekMinute(_ minute: Int) -> String {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return days[(minute / 1440 % 7 + 7) % 7] + " " + timeOfDay(minute)
  }

  /// A minute after midnight: `01:30`.
  package static func timeOfDay(_ minute: Int) -> String {
    let inDay = (minute % 1440 + 1440) % 1440
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return padded(inDay / 60) + ":" + padded(inDay % 60)
  }
}
