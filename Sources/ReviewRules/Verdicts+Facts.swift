import ReviewEngine

extension Verdicts {
  /// A subject cannot be judged without a fact of the element at a vertex.
  mutating func unknown(_ key: String, ofElement vertex: Int) {
    lacks(key, ofElement: vertex)
    unknown(missing: [])
  }

  /// A subject cannot be judged without a fact of the link at a place.
  mutating func unknown(_ key: String, ofLink place: Int) {
    lacks(key, ofLink: place)
    unknown(missing: [])
  }
}
