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
  private var placesByID: [String: Int] = [:]
  private var placesByPair: [Pair: [Int]] = [:]
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

  /// The place of a link by its canonical id.
  func place(of id: LinkID) -> Int? { placesByCanonicalID[id] }

  func places(from source: Int, to destination: Int) -> [Int] {
    placesByPair[Pair(source: source, destination: destination)] ?? []
  }

  private var placesByCanonicalID: [LinkID: Int] = [:]

  mutating func declare(_ declaration: Declaration) {
    let place = declarations.count
    declarations.append(declaration)
    if let id = declaration.declaredID { placesByID[id] = place }
    placesByPair[
      Pair(source: declaration.source, destination: declaration.destination), default: []
    ].append(place)
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
    placesByCanonicalID = Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// Every set of links with the same two ends, in the order of declaration.
  var twins: some Collection<[Int]> { placesByPair.values.filter { $0.count > 1 } }

  /// Whether a link between two elements may be one whose ends could not be read.
  func mayBeLoose(from source: Int, to destination: Int) -> Bool {
    hasLooseLinks || looseSources.contains(source) || looseDestinations.contains(destination)
  }
}
