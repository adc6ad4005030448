/// Numbers with their nouns.
enum Counting {
  /// `1 finding`, `2 findings`.
  static func words(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
