/// A first model that `lintel init` writes.
struct Starter: Sendable {
  let name: String
  /// What it shows, as a phrase.
  let summary: String
  let text: String

  /// The first is the one that is written when nobody chooses.
  static let all: [Starter] = [product, minimal, landscape]
}
