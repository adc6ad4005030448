/// A product as a line of a data file names it, to be found in what a model says under `technology`.
///
/// Other names follow behind a `|`.
struct ProductName: Hashable, Sendable {
  /// The first of the names.
  let text: String
  /// Each name as its words, in small letters.
  fileprivate let names: [[Substring]]

  init(_ text: Substring) {
    let names = text.split(separator: " | ")
    self.text = names.first.map(String.init) ?? ""
    self.names = names.map { TechnologyWords(String($0)).words }
  }
}

/// The words of a `technology` in small letters, such as `postgresql` and `16.4`.
struct TechnologyWords {
  let words: [Substring]

  init(_ technology: String) {
    words = technology.lowercased().split {
      $0 == " " || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "+" || $0 == "\t"
    }
  }
}

/// Products by the first word of their names, so that a text is read once, however many there are.
struct ProductIndex: Sendable {
  /// Where a text names a product.
  struct Match {
    /// The place of the product in the list that the index was made of.
    let product: Int
    /// Where the words behind the name begin.
    let end: Int
  }

  private var entries: [Substring: [(name: [Substring], product: Int)]] = [:]

  init(_ products: [ProductName]) {
    for (place, product) in products.enumerated() {
      for name in product.names {
        if let first = name.first { entries[first, default: []].append((name, place)) }
      }
    }
  }

  /// In the order of the text, then in that of the products.
  ///
  /// - Complexity: O(words + products with the first word of a match).
  func matches(in technology: TechnologyWords) -> [Match] {
    let words = technology.words
    var matches: [Match] = []
    for start in words.indices {
      for entry in entries[words[start]] ?? [] where words[start...].starts(with: entry.name) {
        matches.append(Match(product: entry.product, end: start + entry.name.count))
      }
    }
    return matches
  }
}

/// The number of a release, such as 16.4.
struct ReleaseNumber: Hashable, Comparable, Sendable {
  let parts: [Int]

  /// Reads `16.4`, `v16` and `19c`; fails for what has no number in front.
  init?(_ text: Substring) {
    var digits = text
    if digits.first == "v" { digits = digits.dropFirst() }
    while let last = digits.last, last.isASCII, last.isLetter { digits = digits.dropLast() }
    let fields = digits.split(separator: ".", omittingEmptySubsequences: false)
    let parts = fields.prefix { Int($0) != nil }.compactMap { Int($0) }
    guard !parts.isEmpty, parts.allSatisfy({ $0 >= 0 }) else { return nil }
    self.parts = parts
  }

  /// Whether it is the other release, or one below it: 16.4 is within 16.
  func isWithin(_ other: Self) -> Bool { parts.starts(with: other.parts) }

  static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
