/// Links that lack a fact, and whether the model speaks of that fact at all.
///
/// Where it never does, that is one thing to say of the model and not one for each link.
struct Silence {
  /// From how many links on a model that never speaks of something gets one finding for all.
  private static let foldFrom = 4

  private var isSpokenOf = false
  /// The places of the links that lack it, ascending when noted in their order.
  private(set) var links: [Int] = []

  /// Whether all of them are one finding.
  var isWhole: Bool { !isSpokenOf && links.count >= Self.foldFrom }

  mutating func speaks() { isSpokenOf = true }

  mutating func lacks(_ link: Int) { links.append(link) }
}
