import SolutionModel

/// How rules write names and figures, so that all of them write alike.
enum Wording {
  /// In single quotes, as a model refers to it: `'shop'`.
  static func name(_ id: ElementID) -> String { "'\(id)'" }

  static func name(_ id: DataID) -> String { "'\(id)'" }

  /// A waiver by its rule and its subject: `waiver of 'no-master' on 'order'`.
  static func name(_ waiver: Waiver) -> String {
    switch waiver.subject {
    case .path(let subject): "waiver of '\(waiver.rule)' on '\(subject.name)'"
    case .selection(let selector): "waiver of '\(waiver.rule)' on '\(selector)'"
    }
  }

  /// The two ends of a link in single quotes: `'shop -> ordering'`, or its id where the model
  /// gives it one.
  static func name(_ link: Link) -> String {
    link.hasDeclaredID ? "'\(link.id)'" : "'\(link.source) -> \(link.destination)'"
  }

  /// A chain of elements: `shop → ordering → billing`; of a long one both ends.
  static func chain(_ ids: [ElementID], showing most: Int = 8) -> String {
    let all = ids.map(\.text)
    guard all.count > most else { return all.joined(separator: " → ") }
    let head = all.prefix(most - 2).joined(separator: " → ")
    return head + " → … → " + all.suffix(1).joined()
  }

  /// Names in single quotes, the first few: `'a', 'b', 'c' and 4 more`.
  ///
  /// Where `names` has only the first of them, `total` says how many there are.
  static func list(
    _ names: some Collection<String>, showing most: Int = 4, of total: Int? = nil
  ) -> String {
    let count = total ?? names.count
    let shown = names.prefix(count == most + 1 ? most + 1 : most).map { "'\($0)'" }
    let rest = count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `1 link`, `3 links`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  /// With the unit that fits its size: `300 ms`, `6.6 s`, `5 min`, `48 h`.
  static func duration(_ duration: Duration) -> String {
    Self.duration(seconds: duration / .seconds(1))
  }

  static func duration(seconds: Double) -> String {
    switch seconds {
    case ..<1: return decimal(seconds * 1000, places: seconds < 0.01 ? 1 : 0) + " ms"
    case ..<120: return decimal(seconds, places: 1) + " s"
    case ..<7200: return decimal(seconds / 60, places: 1) + " min"
    default: return decimal(seconds / 3600, places: 1) + " h"
    }
  }

  /// A percentage with two places, or as many as tell it from 100 %: `99.35 %`, `99.9975 %`.
  static func percent(_ availability: Availability) -> String {
    var lost = (1 - availability.fraction) * 100
    var places = 2
    while lost > 0, lost < 0.095, places < 7 {
      lost *= 10
      places += 1
    }
    return decimal(availability.fraction * 100, places: places) + " %"
  }

  /// Rounded to so many places, at most 7, without zeros at the end.
  static func decimal(_ number: Double, places: Int) -> String {
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
}
