import SolutionModel
import SourceText
import YAMLSyntax

/// Where the texts say what a path names.
///
/// It keeps the passage that declares each subject, and walks from there when it is asked.
struct Provenance: Sendable {
  private let paths: [String]
  private let names: Names
  private let solution: Solution

  init(paths: [String], names: Names, solution: Solution) {
    self.paths = paths
    self.names = names
    self.solution = solution
  }

  /// - Complexity: O(keys of the passages about the subject).
  func location(of path: ElementPath) -> SourceLocation? {
    let passages = passages(about: path.subject)
    guard let first = passages.first else { return nil }
    if let attribute = path.attribute, !attribute.isEmpty {
      for passage in passages {
        if let range = Self.range(of: attribute, in: passage) {
          return SourceLocation(path: paths[passage.file], range: range)
        }
      }
    }
    return SourceLocation(path: paths[first.file], range: Self.range(of: path.subject, first))
  }

  private func passages(about subject: ElementPath.Subject) -> [Passage] {
    switch subject {
    case .solution: names.solution
    case .element(let id):
      names.elements.place(of: id.text).map { names.elements.declarations[$0].passages } ?? []
    case .link(let id):
      solution.index(of: id).map { [names.links.declarations[names.links.order[$0]].passage] } ?? []
    case .data(let id): names.data.passages(about: id.text) ?? []
    case .flow(let id): names.flows.passages(about: id.text) ?? []
    case .team(let id): names.teams.passages(about: id.text) ?? []
    case .domain(let id): names.domains.passages(about: id.text) ?? []
    case .zone(let id): names.zones.passages(about: id.text) ?? []
    case .view(let id): names.views.passages(about: id.text) ?? []
    case .waiver(let index): names.waivers.indices.contains(index) ? [names.waivers[index]] : []
    }
  }

  /// The place of what declares a subject: its key, the rule of a waiver, the name of the solution.
  private static func range(of subject: ElementPath.Subject, _ passage: Passage) -> SourceRange {
    switch subject {
    case .solution:
      let root = passage.value
      return root.value(of: "solution")?.range ?? root.entries.first?.key.range ?? root.range
    case .waiver: return passage.value.value(of: "rule")?.range ?? passage.value.range
    case .link, .element, .data, .flow, .team, .domain, .zone, .view: return passage.key.range
    }
  }

  /// The place of an attribute: its value, or its key where the value is a collection.
  private static func range(of attribute: String, in passage: Passage) -> SourceRange? {
    if passage.value.kind == .scalar { return attribute == "name" ? passage.value.range : nil }
    var node = passage.value
    var range: SourceRange?
    for part in parts(of: attribute) {
      if node.kind == .sequence {
        let items = Array(node.items)
        guard let index = Int(part), items.indices.contains(index) else { return range }
        node = items[index]
        range = node.range
      } else if let entry = node.entry(reading: part) {
        node = entry.value
        range = node.kind == .scalar && !node.isNull ? node.range : entry.key.range
      } else {
        return range ?? end(of: part, in: passage)
      }
    }
    return range
  }

  /// The keys of an attribute, from the outside in; nearly always one.
  private static func parts(of attribute: String) -> [String] {
    guard attribute.utf8.contains(UInt8(ascii: ".")) else { return [attribute] }
    return attribute.split(separator: ".").map(String.init)
  }

  /// The ends and the label of a link in arrow notation.
  private static func end(of attribute: String, in passage: Passage) -> SourceRange? {
    guard ["from", "to", "label"].contains(attribute),
      let entry = passage.value.entries.first(where: { $0.key.hasArrow }),
      let arrow = Arrow(entry.key.text)
    else { return nil }
    switch attribute {
    case "from": return entry.key.range(of: arrow.source.range)
    case "to": return entry.key.range(of: arrow.destination.range)
    default: return entry.value.isNull ? nil : entry.value.range
    }
  }
}
