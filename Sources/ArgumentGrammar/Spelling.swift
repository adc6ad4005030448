/// Finds the word that was meant.
enum Spelling {
  /// The candidate with the fewest edits, when that is at most a third of its length; of equals the
  /// first one.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    candidates
      .map { (candidate: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
      .filter { $0.distance <= max(1, $0.candidate.utf8.count / 3) }
      .min { $0.distance < $1.distance }?.candidate
  }

  /// The Levenshtein distance in bytes.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (place, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
