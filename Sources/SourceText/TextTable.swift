/// Texts with a number each, in the order in which they came, found by their bytes.
///
/// It does the work of a dictionary without making a `String` of what is looked up. The hash is a
/// polynomial of the bytes modulo the prime 2⁶¹ − 1 at a point of chance (J. L. Carter, M. N. Wegman,
/// *Universal classes of hash functions*, 1979), so that nobody can write texts that collide.
public struct TextTable: Sendable {
  /// By their numbers.
  public private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// The number of a text, or −1; a power of two of them, at most half in use.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  private static let prime: UInt64 = 1 << 61 - 1
  private static let point = UInt64.random(in: 1 << 32..<prime)

  public init() {}

  /// Of equal texts the first one counts.
  public init(_ texts: some Sequence<String>) {
    for text in texts { insert(text) }
  }

  public var count: Int { texts.count }

  /// The number of a text; nil for one that is not in the table.
  ///
  /// - Complexity: O(length of the text).
  public func place(of text: String) -> Int? { place(of: text.utf8.span) }

  /// The number of the text with these bytes; nil where none has them.
  public func place(of bytes: Span<UInt8>) -> Int? {
    let hash = Self.hash(bytes)
    var slot = firstSlot(of: hash)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, Self.equals(texts[place], bytes) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a text, which it gets here unless it has one.
  ///
  /// - Complexity: O(length of the text) on average.
  @discardableResult
  public mutating func insert(_ text: String) -> Int {
    if let place = place(of: text) { return place }
    let hash = Self.hash(text.utf8.span)
    texts.append(text)
    hashes.append(hash)
    if texts.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for place in texts.indices { take(slotFor: hashes[place], place) }
    } else {
      take(slotFor: hash, texts.count - 1)
    }
    return texts.count - 1
  }

  private func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private mutating func take(slotFor hash: UInt64, _ place: Int) {
    var slot = firstSlot(of: hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }

  /// The length and the bytes, seven at a time, are the coefficients.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var sum = UInt64(bytes.count)
    var place = 0
    while place < bytes.count {
      let end = min(place + 7, bytes.count)
      var word: UInt64 = 0
      while place < end {
        word = word << 8 | UInt64(bytes[place])
        place += 1
      }
      sum = timesPoint(sum) + word
    }
    // Once more, so that texts that differ in their last letters only do not crowd together.
    return timesPoint(sum)
  }

  /// The product with the point, modulo the prime or very little above it.
  private static func timesPoint(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: point)
    let sum = (product.low & prime) + (product.high << 3 | product.low >> 61)
    return (sum & prime) + sum >> 61
  }

  private static func equals(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let own = text.utf8.span
    guard own.count == bytes.count else { return false }
    for place in own.indices where own[place] != bytes[place] { return false }
    return true
  }
}
