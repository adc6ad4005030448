import SolutionModel
import SourceText

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
  /// The paths, in the order of the declarations.
  private var paths = TextTable()
  /// The last parts of the paths, each once.
  private var lastParts = TextTable()
  /// By the number of a last part, the first element that has it.
  private var firstPlaces: [Int] = []
  /// By the number of a last part, all elements that have it, where that is more than one.
  private var sharedPlaces: [Int: [Int]] = [:]
  /// By a suffix of more than one part, the elements that have it, as far as somebody asked.
  private var placesBySuffix: [String: [Int]] = [:]
  /// The suffixes whose members are also filed under a suffix that is longer by one part.
  private var filed: Set<String> = []

  /// The place of the element with this very path.
  func place(of path: String) -> Int? { paths.place(of: path) }

  /// Adds an element; its path must be new.
  mutating func declare(_ declaration: Declaration) -> Int {
    let place = paths.insert(declaration.id.text)
    declarations.append(declaration)
    let last = lastParts.insert(String(declaration.id.lastPart))
    if last == firstPlaces.count {
      firstPlaces.append(place)
    } else {
      sharedPlaces[last, default: [firstPlaces[last]]].append(place)
    }
    if !filed.isEmpty {
      filed.removeAll()
      placesBySuffix.removeAll()
    }
    return place
  }

  mutating func add(_ passage: Passage, to place: Int) {
    declarations[place].passages.append(passage)
  }

  /// The one element that a whole path or a last part leads to; nil for any other name.
  ///
  /// - Complexity: O(length of the name).
  func place(of name: NamePart) -> Int? {
    if let place = name.place(in: paths) { return place }
    guard let last = name.place(in: lastParts), sharedPlaces[last] == nil else { return nil }
    return firstPlaces[last]
  }

  /// The element with this very path, or else those whose path ends with it.
  ///
  /// - Complexity: O(1) for a single part; for a longer suffix the first time O(elements with the
  ///   same last part).
  mutating func find(_ name: String) -> Answer {
    if let place = paths.place(of: name) { return .one(place) }
    let places = members(of: name)
    switch places.count {
    case 0: return .none
    case 1: return .one(places[0])
    default: return .several(places)
    }
  }

  private mutating func members(of suffix: String) -> [Int] {
    guard let dot = suffix.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return lastParts.place(of: suffix).map { sharedPlaces[$0] ?? [firstPlaces[$0]] } ?? []
    }
    let shorter = String(suffix[suffix.utf8.index(after: dot)...])
    let members = members(of: shorter)
    if filed.insert(shorter).inserted {
      var longer: [String: [Int]] = [:]
      for place in members {
        let path = declarations[place].id.text
        guard path.utf8.count > shorter.utf8.count else { continue }
        let head = ElementID(String(path.dropLast(shorter.count + 1)))
        longer["\(head.lastPart).\(shorter)", default: []].append(place)
      }
      for (suffix, places) in longer { placesBySuffix[suffix] = places }
    }
    return placesBySuffix[suffix] ?? []
  }
}
