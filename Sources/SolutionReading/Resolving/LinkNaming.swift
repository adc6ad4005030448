import SolutionModel
import YAMLSyntax

/// Gives links without an id of their own a canonical one that no reordering changes.
///
/// A link that is alone between its ends is named after them. Twins are told apart by their option
/// where that suffices, else by their label, else by a number in the order of all they say.
enum LinkNaming {
  /// The ids in the order of declaration.
  ///
  /// - Complexity: O(links), and O(n log n) among links between the same ends.
  static func ids(of links: LinkNames, elements: ElementNames) -> [LinkID] {
    var twins = [String?](repeating: nil, count: links.declarations.count)
    for places in links.twins {
      let unnamed = places.filter { links.declarations[$0].declaredID == nil }
      if unnamed.count > 1 { tellApart(unnamed, links, &twins) }
    }
    return links.declarations.indices.map { place in
      let link = links.declarations[place]
      if let id = link.declaredID { return LinkID(id) }
      return LinkID(
        from: elements.declarations[link.source].id,
        to: elements.declarations[link.destination].id, twin: twins[place])
    }
  }

  /// Links without an id that say the very same as an earlier one, with that one.
  static func repeats(in links: LinkNames) -> [(place: Int, earlier: Int)] {
    links.twins.flatMap { places in
      var first: [String: Int] = [:]
      return places.compactMap { place -> (Int, Int)? in
        let link = links.declarations[place]
        guard link.declaredID == nil else { return nil }
        let said = fingerprint(link.passage.value)
        if let earlier = first[said] { return (place, earlier) }
        first[said] = place
        return nil
      }
    }
  }

  private static func tellApart(_ places: [Int], _ links: LinkNames, _ twins: inout [String?]) {
    let items = places.map { links.declarations[$0].passage.value }
    var taken: Set<String> = []
    var open = Array(places.indices)
    for name in [option, labelSlug] {
      let names = Dictionary(grouping: open) { name(items[$0]) ?? "" }
      for (name, members) in names where members.count == 1 && !name.isEmpty {
        guard taken.insert(name).inserted else { continue }
        twins[places[members[0]]] = name
      }
      open.removeAll { twins[places[$0]] != nil }
    }
    var number = 0
    for index in open.sorted(by: { fingerprint(items[$0]) < fingerprint(items[$1]) }) {
      repeat { number += 1 } while !taken.insert(String(number)).inserted
      twins[places[index]] = String(number)
    }
  }

  private static func option(_ item: YAMLNode) -> String? {
    item.value(of: "via").map(\.text).flatMap { $0.isIdentifier ? $0 : nil }
  }

  private static func labelSlug(_ item: YAMLNode) -> String? {
    let label =
      item.value(of: "label") ?? item.entries.first { $0.key.hasArrow }?.value
    guard let label else { return nil }
    let words = label.text.lowercased().unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar))
    }
    return String(words.map(String.init).joined(separator: "-").prefix(40))
  }

  /// All that an item says, without regard to the order of its keys.
  private static func fingerprint(_ item: YAMLNode) -> String {
    switch item.kind {
    case .scalar: item.text
    case .sequence: item.items.map(fingerprint).joined(separator: ",")
    case .mapping:
      item.entries.map { "\($0.key.text):\(fingerprint($0.value))" }.sorted().joined(separator: ";")
    }
  }
}
