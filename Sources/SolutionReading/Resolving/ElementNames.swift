import SolutionModel

/// The elements that a model declares.
///
/// They are found by their path, or by any suffix of it that only one of them has.
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
  /// By path, and by the last part of a path; a path counts over a last part.
  private var placesByName: [String: Int] = [:]
  /// Filed when a name is asked for that is neither a path nor a last part of one element alone.
  private var placesBySuffix: [String: [Int]]?
  /// The suffixes whose members are also filed under a suffix that is longer by one part.
  private var filed: Set<String> = []

  /// In `placesByName`, for a last part that several elements have.
  private static let several = -1

  /// The place of the element with this very path.
  func place(of path: String) -> Int? {
    guard let place = placesByName[path], place != Self.several,
      declarations[place].id.text == path
    else { return nil }
    return place
  }

  /// Adds an element; its path must be new.
  mutating func declare(_ declaration: Declaration) -> Int {
    let place = declarations.count
    let path = declaration.id.text
    let last = String(declaration.id.lastPart)
    if last != path {
      if placesByName[last] == nil {
        placesByName[last] = place
      } else if self.place(of: last) == nil {
        placesByName[last] = Self.several
      }
    }
    declarations.append(declaration)
    placesByName[path] = place
    placesBySuffix?[last, default: []].append(place)
    filed.removeAll()
    return place
  }

  mutating func add(_ passage: Passage, to place: Int) {
    declarations[place].passages.append(passage)
  }

  /// The element with this very path, or else those whose path ends with it.
  ///
  /// - Complexity: O(1) for a path and for a last part; for anything longer the first time
  ///   O(elements with the same last part).
  mutating func find(_ name: String) -> Answer {
    let known = placesByName[name]
    if let known, known != Self.several { return .one(known) }
    guard known != nil || name.utf8.contains(UInt8(ascii: ".")) else { return .none }
    let places = members(of: name)
    switch places.count {
    case 0: return .none
    case 1: return .one(places[0])
    default: return .several(places)
    }
  }

  private mutating func members(of suffix: String) -> [Int] {
    var groups =
      placesBySuffix
      ?? Dictionary(grouping: declarations.indices) { String(declarations[$0].id.lastPart) }
    placesBySuffix = nil
    defer { placesBySuffix = groups }
    return members(of: suffix, in: &groups)
  }

  private mutating func members(of suffix: String, in groups: inout [String: [Int]]) -> [Int] {
    guard let dot = suffix.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return groups[suffix] ?? []
    }
    let shorter = String(suffix[suffix.utf8.index(after: dot)...])
    let members = members(of: shorter, in: &groups)
    if filed.insert(shorter).inserted {
      var longer: [String: [Int]] = [:]
      for place in members {
        let path = declarations[place].id.text
        guard path.utf8.count > shorter.utf8.count else { continue }
        let head = ElementID(String(path.dropLast(shorter.count + 1)))
        longer["\(head.lastPart).\(shorter)", default: []].append(place)
      }
      for (suffix, places) in longer { groups[suffix] = places }
    }
    return groups[suffix] ?? []
  }
}
