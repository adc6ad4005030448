import SolutionModel

/// The elements that a model declares, to be found by their path or by any suffix of it that only
/// one of them has.
struct ElementNames: Sendable {
  struct Declaration: Sendable {
    let id: ElementID
    let kind: ElementKind
    /// The place of the element around it.
    let parent: Int?
    var passages: [Passage]
  }

  /// What a name leads to.
  enum Answer {
    case none
    case one(Int)
    /// Several have the name as a suffix of their path.
    case several([Int])
  }

  private(set) var declarations: [Declaration] = []
  private var placesByPath: [String: Int] = [:]
  private var placesBySuffix: [String: [Int]] = [:]
  /// The suffixes whose members are also filed under a suffix that is longer by one part.
  private var filed: Set<String> = []

  func place(of path: String) -> Int? { placesByPath[path] }

  mutating func declare(_ declaration: Declaration) -> Int {
    let place = declarations.count
    declarations.append(declaration)
    placesByPath[declaration.id.text] = place
    placesBySuffix[String(declaration.id.lastPart), default: []].append(place)
    filed.removeAll()
    return place
  }

  mutating func add(_ passage: Passage, to place: Int) {
    declarations[place].passages.append(passage)
  }

  /// The element with this very path, or else those whose path ends with it.
  ///
  /// - Complexity: O(1) for a single part; for a longer suffix the first time O(elements with the
  ///   same last part).
  mutating func find(_ name: String) -> Answer {
    if let place = placesByPath[name] { return .one(place) }
    let places = members(of: name)
    switch places.count {
    case 0: return .none
    case 1: return .one(places[0])
    default: return .several(places)
    }
  }

  private mutating func members(of suffix: String) -> [Int] {
    guard let dot = suffix.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return placesBySuffix[suffix] ?? []
    }
    let shorter = String(suffix[suffix.index(after: dot)...])
    let members = members(of: shorter)
    if filed.insert(shorter).inserted {
      var longer: [String: [Int]] = [:]
      for place in members {
        let path = declarations[place].id.text
        guard path.utf8.count > shorter.utf8.count else { continue }
        let head = path.dropLast(shorter.count + 1)
        let part = head[(head.lastIndex(of: ".").map(head.index(after:)) ?? head.startIndex)...]
        longer["\(part).\(shorter)", default: []].append(place)
      }
      for (suffix, places) in longer { placesBySuffix[suffix] = places }
    }
    return placesBySuffix[suffix] ?? []
  }
}
