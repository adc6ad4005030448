/// Finds the word that somebody meant.
public enum NearestWord {
  /// The word that is nearest to a mistaken one, or nil when none is near.
  ///
  /// A word that differs only in case, hyphens, underscores or spaces is nearest of all; then one
  /// with few letters wrong, missing, added or swapped (at most a third of them); then the only one
  /// that begins with the mistaken one, or that the mistaken one begins with. Of equally near words
  /// the first one counts.
  ///
  /// - Complexity: O(words · length²) at worst; words of quite another length cost nothing.
  public static func nearest(to mistake: String, in words: some Sequence<String>) -> String? {
    let given = folded(mistake)
    guard !given.isEmpty, given.count <= longest else { return nil }
    let limit = given.count == 1 ? 0 : max(given.count, 3) / 3
    var best: (word: String, distance: Int)?
    var completion: String?
    var completions = 0
    for word in words where word.utf8.count <= longest {
      let other = folded(word)
      if other == given { return word }
      let reach = min(limit, best.map { $0.distance - 1 } ?? limit)
      if abs(other.count - given.count) <= reach,
        let distance = distance(given, other, limit: reach)
      {
        best = (word, distance)
      } else if min(given.count, other.count) >= 3,
        other.starts(with: given) || given.starts(with: other)
      {
        completions += 1
        completion = word
      }
    }
    return best?.word ?? (completions == 1 ? completion : nil)
  }

  /// Longer words are no slips of the finger.
  private static let longest = 64

  /// The letters and digits in lower case, without what joins words.
  private static func folded(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  /// Optimal string alignment: the fewest insertions, deletions, replacements and swaps of
  /// neighbours; nil when it takes more than `limit`.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard limit > 0 else { return left == right ? 0 : nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in left.indices {
      current[0] = row + 1
      var smallest = row + 1
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
