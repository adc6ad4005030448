import SolutionModel
import YAMLSyntax

/// Everything that a model declares, by name.
struct Names: Sendable {
  var elements = ElementNames()
  var teams = DeclaredNames()
  var domains = DeclaredNames()
  /// The domains that a model names without declaring any.
  var impliedDomains: Set<String> = []
  var zones = DeclaredNames()
  /// The zone around each nested zone.
  var zoneParents: [String: String] = [:]
  var data = DeclaredNames()
  var flows = DeclaredNames()
  var views = DeclaredNames()
  var links = LinkNames()
  /// What stands under `extend`.
  var extensions: [Passage] = []
  /// The top level of each file.
  var solution: [Passage] = []
  var review: [Passage] = []
  /// The item of each waiver, in the order of the waivers.
  var waivers: [Passage] = []
  /// How many members all sections have.
  var partCount = 0
  static let partLimit = 250_000

  /// Names that were declared in a part of the text that could not be read.
  ///
  /// A reference to one of them is no second mistake.
  private var lost: Set<String> = []
  private var hasLostMisplaced = false

  subscript(referent: Referent) -> DeclaredNames? {
    switch referent {
    case .team: teams
    case .domain: domains
    case .zone: zones
    case .data: data
    case .flow: flows
    case .view: views
    case .element, .link: nil
    }
  }

  var hasLost: Bool { !lost.isEmpty }

  /// Whether a name, or its last part, was declared where it could not be read.
  func isLost(_ name: String) -> Bool {
    guard !lost.isEmpty else { return false }
    return name.split(separator: ".").contains { lost.contains(String($0)) }
  }

  mutating func lose(_ name: String) {
    if lost.count < 100_000 { lost.insert(name) }
  }

  /// Remembers the names in sections that stand where no element has them, or are misspelt.
  ///
  /// Asked for only when a reference leads nowhere.
  mutating func loseMisplaced() {
    guard !hasLostMisplaced else { return }
    hasLostMisplaced = true
    for declaration in elements.declarations {
      let schema = ElementSchema.schema(for: declaration.kind)
      for entry in declaration.passages.flatMap(\.value.entries)
      where entry.value.kind == .mapping && !schema.has(entry.key.text) {
        lose(below: entry)
      }
    }
  }

  /// Remembers what an entry that nobody reads may have declared: its key, and the keys inside.
  mutating func lose(below entry: YAMLNode.Entry) {
    lose(entry.key.text)
    lose(inside: entry.value)
  }

  /// Remembers what a node that nobody reads may have declared.
  mutating func lose(inside node: YAMLNode) {
    guard lost.count < 100_000 else { return }
    for inner in node.entries { lose(below: inner) }
    for item in node.items {
      if let id = item.value(of: "id") { lose(id.text) }
    }
  }
}
