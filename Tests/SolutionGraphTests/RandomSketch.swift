import SolutionModel
import TestSupport

extension Sketch {
  /// Up to eight elements and twelve links of all sorts, with gateways and channels in between.
  ///
  /// Forward ones only have links to elements with later ids, so that nothing goes round.
  static func random(seed: Int, isForward: Bool = false) -> Sketch {
    var random = SeededRandom(seed: seed)
    var sketch = Sketch()
    let kinds = ["", "", "", "", "s:", "c:"]
    let words = (0..<(3 + random.number(below: 6))).map { number in
      number == 0 ? "p:e0" : kinds[random.number(below: kinds.count)] + "e\(number)"
    }
    for word in words {
      sketch.element(word) {
        $0.availability = Availability(fraction: 0.9 + Double(random.number(below: 10)) / 100)
        $0.criticality = random.chance(0.3) ? .core : .low
      }
    }
    for number in 0..<random.number(below: 13) {
      var stops = Array(
        words.indices.shuffled(using: &random).prefix(random.chance(0.25) ? 3 : 2))
      if isForward { stops.sort() }
      let options = [
        "rest", "rest", "rest", "grpc", "topic", "rest-pull", "sql", "ui-web-link", "oidc",
      ]
      sketch.link(
        stops.map { words[$0] }.joined(separator: " > "),
        via: random.chance(0.1) ? nil : options[random.number(below: options.count)],
        id: "l\(number)"
      ) { link in
        if random.chance(0.1) { link.status = .retired }
        if random.chance(0.2) { link.failure.need = random.chance(0.5) ? .hard : .soft }
        if random.chance(0.4) { link.failure.retries = Retries(maximum: random.number(below: 4)) }
        if random.chance(0.7) { link.timing.timeout = .seconds(1 + random.number(below: 6)) }
      }
    }
    return sketch
  }
}
