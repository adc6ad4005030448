/// Why a text is no value with a unit, and what its author probably meant.
struct UnitMistake: Error, Hashable {
  /// What a correct text would be; nil where nothing is near.
  let correction: String?
  /// What is wrong, where it is more than the spelling: `at most 100%`.
  let limit: String?

  init(correction: String? = nil, limit: String? = nil) {
    self.correction = correction
    self.limit = limit
  }
}
