import SolutionModel
import YAMLSyntax

/// The links that a model declares, to be found by their id or their two ends.
struct LinkNames: Sendable {
  struct Declaration: Sendable {
    let passage: Passage
    /// The places of the two elements.
    let source: Int
    let destination: Int
    /// The declared id; nil until `name` gives it one.
    let declaredID: String?
  }

  private struct Pair: Hashable {
    let source: Int
    let destination: Int
  }

  /// The items of all `links` sections, until they are declared.
  var items: [Passage] = []
  private(set) var declarations: [Declaration] = []
  /// The canonical id of each link, as soon as all are declared.
  private(set) var ids: [LinkID] = []
  /// The places of all links in the order of their ids, which is that of the solution.
  private(set) var order: [Int] = []
  private var placesByID: [String: Int] = [:]
  /// The last link of each pair, and of each link the one before it with the same two ends.
  private var lastPlaces: [Pair: Int] = [:]
  private var placesBefore: [Int?] = []
  /// The pairs that several links join.
  private var twinPairs: [Pair] = []
  /// Elements from which a link leads whose other end is not known, and to which one leads.
  private var looseSources: Set<Int> = []
  private var looseDestinations: Set<Int> = []
  /// Whether there is a link of which no end is known.
  var hasLooseLinks = false
  /// Links of which an end could not be found.
  private(set) var loose: [Passage] = []
  /// The ids of links that could not be read.
  private(set) var lostIDs: Set<String> = []

  func place(ofDeclaredID id: String) -> Int? { placesByID[id] }

  /// The links from one element to another, in the order of declaration.
  func places(from source: Int, to destination: Int) -> [Int] {
    places(of: Pair(source: source, destination: destination))
  }

  private func places(of pair: Pair) -> [Int] {
    var places: [Int] = []
    var next = lastPlaces[pair]
    while let place = next {
      places.append(place)
      next = placesBefore[place]
    }
    return places.reversed()
  }

  mutating func declare(_ declaration: Declaration) {
    let place = declarations.count
    declarations.append(declaration)
    if let id = declaration.declaredID { placesByID[id] = place }
    let pair = Pair(source: declaration.source, destination: declaration.destination)
    let before = lastPlaces.updateValue(place, forKey: pair)
    placesBefore.append(before)
    if let before, placesBefore[before] == nil { twinPairs.append(pair) }
  }

  /// Remembers a link of which one end or both could not be found.
  mutating func lose(_ link: Passage, id: String?, source: Int?, destination: Int?) {
    loose.append(link)
    if let id { lostIDs.insert(id) }
    if let source { looseSources.insert(source) }
    if let destination { looseDestinations.insert(destination) }
    if source == nil, destination == nil { hasLooseLinks = true }
  }

  /// Settles the canonical ids.
  mutating func name(_ ids: [LinkID]) {
    self.ids = ids
    order = ids.indices.sorted { ids[$0] < ids[$1] }
  }

  /// Every set of links with the same two ends, in the order of declaration.
  var twins: [[Int]] { twinPairs.map { places(of: $0) } }

  /// Whether a link between two elements may be one whose ends could not be read.
  func mayBeLoose(from source: Int, to destination: Int) -> Bool {
    hasLooseLinks || looseSources.contains(source) || looseDestinations.contains(destination)
  }
}
