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

  /// The items of all `links` sections, until they are declared.
  var items: [Passage] = []
  private(set) var declarations: [Declaration] = []
  /// The canonical id of each link, as soon as all are declared.
  private(set) var ids: [LinkID] = []
  /// The places of all links in the order of their ids, which is that of the solution.
  private(set) var order: [Int] = []
  private var placesByDeclaredID: [String: Int] = [:]
  /// By the two ends and then by declaration, as soon as all are declared.
  private var placesByEnds: [(ends: UInt64, place: Int)] = []
  /// Links of which an end could not be found.
  private(set) var loose: [Passage] = []
  /// Elements from which a link leads whose other end is not known, and to which one leads.
  private var looseSources: Set<Int> = []
  private var looseDestinations: Set<Int> = []
  /// Whether there is a link of which no end is known.
  var hasLooseLinks = false
  /// The ids of links that could not be read.
  private(set) var lostIDs: Set<String> = []

  func place(ofDeclaredID id: String) -> Int? { placesByDeclaredID[id] }

  mutating func declare(_ declaration: Declaration) {
    if let id = declaration.declaredID { placesByDeclaredID[id] = declarations.count }
    declarations.append(declaration)
  }

  /// Remembers a link of which one end or both could not be found.
  mutating func lose(_ link: Passage, id: String?, source: Int?, destination: Int?) {
    loose.append(link)
    if let id { lostIDs.insert(id) }
    if let source { looseSources.insert(source) }
    if let destination { looseDestinations.insert(destination) }
    if source == nil, destination == nil { hasLooseLinks = true }
  }

  /// Files all links by their ends, when the last one is declared.
  mutating func fileByEnds() {
    placesByEnds = declarations.indices.map { place in
      (Self.ends(declarations[place].source, declarations[place].destination), place)
    }
    placesByEnds.sort { $0 < $1 }
  }

  /// Settles the canonical ids.
  mutating func name(_ ids: [LinkID]) {
    self.ids = ids
    order = ids.indices.sorted { ids[$0] < ids[$1] }
  }

  /// The links from one element to another, in the order of declaration.
  ///
  /// - Complexity: O(log links).
  func places(from source: Int, to destination: Int) -> [Int] {
    let ends = Self.ends(source, destination)
    var low = 0
    var high = placesByEnds.count
    while low < high {
      let middle = (low + high) / 2
      if placesByEnds[middle].ends < ends { low = middle + 1 } else { high = middle }
    }
    return placesByEnds[low...].prefix { $0.ends == ends }.map(\.place)
  }

  /// Every set of links with the same two ends, in the order of declaration.
  var twins: [[Int]] {
    var sets: [[Int]] = []
    var start = 0
    for end in stride(from: 1, through: placesByEnds.count, by: 1)
    where end == placesByEnds.count || placesByEnds[end].ends != placesByEnds[start].ends {
      if end - start > 1 { sets.append(placesByEnds[start..<end].map(\.place)) }
      start = end
    }
    return sets
  }

  /// Whether a link between two elements may be one whose ends could not be read.
  func mayBeLoose(from source: Int, to destination: Int) -> Bool {
    hasLooseLinks || looseSources.contains(source) || looseDestinations.contains(destination)
  }

  private static func ends(_ source: Int, _ destination: Int) -> UInt64 {
    UInt64(source) << 32 | UInt64(destination)
  }
}
