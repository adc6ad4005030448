/// Orders that look random, are the same everywhere, and hardly change when something is added.
enum ShuffledOrder {
  /// A permutation of the places of the keys, another one for each turn.
  ///
  /// It sorts by a mixture of key and turn, so that two things stand in the same order whatever else
  /// is there: a picture with one box more is tried in the same orders as before.
  static func of(_ keys: [UInt64], turn: Int) -> [Int] {
    let mixed = keys.map { mix($0 ^ mix(UInt64(turn))) }
    return keys.indices.sorted { (mixed[$0], $0) < (mixed[$1], $1) }
  }

  /// The last step of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
