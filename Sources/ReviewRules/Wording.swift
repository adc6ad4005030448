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
  static func count(_ count: Int, _ noun: String) -> String { QuantityWords.count(count, noun) }

  /// With the unit that fits its size: `300 ms`, `6.6 s`, `5 min`, `48 h`.
  static func duration(_ duration: Duration) -> String { QuantityWords.duration(duration) }

  static func duration(seconds: Double) -> String { QuantityWords.duration(seconds: seconds) }

  /// A percentage with two places, or as many as tell it from 100 %: `99.35 %`, `99.9975 %`.
  static func percent(_ availability: Availability) -> String {
    QuantityWords.percent(availability)
  }

  /// Rounded to so many places, at most 7, without zeros at the end.
  static func decimal(_ number: Double, places: Int) -> String {
    QuantityWords.decimal(number, places: places)
  }
}
