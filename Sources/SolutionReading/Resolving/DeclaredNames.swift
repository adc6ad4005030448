/// The names of one kind that a model declares, each with the passages about it.
struct DeclaredNames: Sendable {
  private(set) var ids: [String] = []
  private(set) var passages: [[Passage]] = []
  private var places: [String: Int] = [:]

  func place(of id: String) -> Int? { places[id] }

  /// Adds a passage about a name, new or not.
  mutating func declare(_ id: String, _ passage: Passage) {
    if let place = places[id] {
      passages[place].append(passage)
    } else {
      places[id] = ids.count
      ids.append(id)
      passages.append([passage])
    }
  }

  func passages(about id: String) -> [Passage]? { places[id].map { passages[$0] } }
}
