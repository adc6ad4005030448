import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// Keeps the items of `links` until all elements are declared.
  mutating func collectLinks(_ node: YAMLNode) {
    guard node.kind == .sequence else {
      guard !node.isNull else { return }
      report(
        "wrong-shape", "'links' takes a list, not \(node.shape)", at: node.range,
        help: ["begin each link with a hyphen: - shop -> billing: pays"])
      names.links.hasLooseLinks = true
      return
    }
    let items = node.items
    guard hasRoom(for: items.count, at: node.range) else { return }
    for item in items {
      names.links.items.append(Passage(file: file, key: item, value: item))
    }
  }

  /// Finds the two ends and the id of every link, and settles the ids.
  mutating func declareLinks() {
    for item in names.links.items {
      file = item.file
      declareLink(item)
    }
    names.links.items = []
    names.links.fileByEnds()
    names.links.name(LinkNaming.ids(of: names.links, elements: names.elements))
    for (place, earlier) in LinkNaming.repeats(in: names.links) {
      reportRepeat(
        names.links.declarations[place].passage, names.links.declarations[earlier].passage)
    }
  }

  private mutating func reportRepeat(_ link: Passage, _ earlier: Passage) {
    file = link.file
    report(
      "declared-twice", "this link is declared twice", label: "again here", at: link.key.range,
      notes: [Diagnostic.Note("the other link", at: location(of: earlier))],
      help: ["give one of the two another label or an 'id'"])
  }

  private mutating func declareLink(_ item: Passage) {
    guard let text = LinkText(item.value) else {
      reportNoLink(item.value)
      names.links.hasLooseLinks = true
      return
    }
    let id = text.id.flatMap { declaredID($0) }
    if let repeated = text.repeatedEnd {
      report(
        "described-twice", "a link has its ends in one notation: 'a -> b', or 'from' and 'to'",
        at: repeated.range)
    }
    let source = element(text.source)
    let destination = element(text.destination)
    guard let source, let destination else {
      names.links.lose(
        item, id: text.id?.text, source: source, destination: destination)
      return
    }
    names.links.declare(
      LinkNames.Declaration(
        passage: Passage(file: item.file, key: text.key, value: item.value), source: source,
        destination: destination, declaredID: id))
  }

  private mutating func declaredID(_ node: YAMLNode) -> String? {
    guard checkIdentifier(node.text, at: node.range) else { return nil }
    guard let known = names.links.place(ofDeclaredID: node.text) else { return node.text }
    let earlier = names.links.declarations[known].passage
    report(
      "declared-twice", "two links have the id \(node.text.quoted)", label: "again here",
      at: node.range,
      notes: [Diagnostic.Note("the other link", at: location(of: earlier))],
      help: ["give one of the two another id"])
    return nil
  }

  private mutating func reportNoLink(_ node: YAMLNode) {
    let arrowless = node.entries.first { entry in
      ["<-", "=>", "→", "-->"].contains { entry.key.text.contains($0) }
    }
    let place = arrowless?.key ?? node.entries.first?.key ?? node
    let message =
      node.kind == .mapping && arrowless == nil
      ? "a link needs its two ends" : "a link is written 'a -> b', not as \(place.shape)"
    report(
      "no-link", message, at: place.range,
      help: ["write - shop -> billing: what it does, or { from: shop, to: billing }"])
  }
}

/// The ends and the id of a link as its item writes them.
private struct LinkText {
  /// What names the link in the text: the arrow, or the end that it starts from.
  let key: YAMLNode
  let source: NamePart
  let destination: NamePart
  let id: YAMLNode?
  /// A second notation of the ends, or a second arrow.
  let repeatedEnd: YAMLNode?

  /// Fails for what has no two ends.
  init?(_ item: YAMLNode) {
    var arrowKey: YAMLNode?
    var from: YAMLNode?
    var to: YAMLNode?
    var id: YAMLNode?
    var repeated: YAMLNode?
    if item.kind == .scalar { arrowKey = item }
    for entry in item.entries {
      let key = entry.key
      switch key.place(in: Self.words) {
      case 0: from = entry.value
      case 1: to = entry.value
      case 2: id = entry.value
      default:
        guard key.hasArrow else { continue }
        if arrowKey == nil { arrowKey = key } else { repeated = key }
      }
    }
    self.id = id?.kind == .scalar ? id : nil
    if let arrowKey {
      guard let arrow = arrowKey.withBytes(ArrowParts.init), arrow.isPlain else { return nil }
      key = arrowKey
      source = NamePart(arrowKey, arrow.source)
      destination = NamePart(arrowKey, arrow.destination)
      repeatedEnd = repeated ?? from ?? to
    } else {
      guard let from, let to, from.isName, to.isName else { return nil }
      key = from
      source = NamePart(from)
      destination = NamePart(to)
      repeatedEnd = nil
    }
  }

  private static let words = TextTable(["from", "to", "id"])
}

extension YAMLNode {
  fileprivate var isName: Bool { kind == .scalar && !isNull }
}
