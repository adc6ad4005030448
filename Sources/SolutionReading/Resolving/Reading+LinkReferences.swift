import SolutionModel
import SourceText

extension Reading {
  /// The link that a text names, by its id or as `a -> b`; nil after a report.
  ///
  /// `place` gives the place of a part of the text, in Unicode scalars.
  mutating func link(named text: String, at place: (Range<Int>) -> SourceRange) -> LinkID? {
    if let known = names.links.place(ofDeclaredID: text) { return names.links.ids[known] }
    if names.links.lostIDs.contains(text) { return nil }
    guard let arrow = Arrow(text), arrow.isWhole else {
      reportUnknownLink(text, at: place(text.scalarRange))
      return nil
    }
    let source = element(arrow.source.text, at: place(arrow.source.range))
    let destination = element(arrow.destination.text, at: place(arrow.destination.range))
    guard let source, let destination else { return nil }
    let found = names.links.places(from: source, to: destination)
    if let twin = arrow.twin {
      if let known = found.first(where: { names.links.ids[$0].text.hasSuffix("~" + twin) }) {
        return names.links.ids[known]
      }
    } else if found.count == 1 {
      return names.links.ids[found[0]]
    } else if found.count > 1 {
      reportSeveralLinks(text, found, at: place(text.scalarRange))
      return nil
    }
    reportNoSuchLink(text, from: source, to: destination, at: place(text.scalarRange))
    return nil
  }

  private mutating func reportUnknownLink(_ text: String, at range: SourceRange) {
    guard !isIncomplete, !names.isLost(text) else { return }
    if case .one = names.elements.find(text) {
      report(
        "wrong-referent", "\(text.quoted) is an element, and a step is a link", at: range,
        help: [
          "write { at: \(text.shown) } for work inside it, or a link as in shop -> \(text.shown)"
        ])
      return
    }
    let known = names.links.declarations.compactMap(\.declaredID)
    let near = nearest(to: text, in: known)
    report(
      "unknown-reference", "\(text.quoted) is not the id of a link", at: range,
      help: [near.map { "did you mean \($0.quoted)?" } ?? "write a link as in shop -> billing"])
  }

  private mutating func reportSeveralLinks(
    _ text: String, _ places: [Int], at range: SourceRange
  ) {
    let shown = places.prefix(5)
    let ids = shown.map { names.links.ids[$0].text }.sorted().joined(separator: ", ")
    let more = places.count > shown.count ? " and \(places.count - shown.count) more" : ""
    report(
      "several-links", "\(text.quoted) fits several links: \(ids)\(more)", at: range,
      notes: shown.map { place in
        Diagnostic.Note(
          "\(names.links.ids[place].text.quoted) is declared here",
          at: location(of: names.links.declarations[place].passage))
      },
      help: ["give the link an 'id' and name that"])
  }

  private mutating func reportNoSuchLink(
    _ text: String, from source: Int, to destination: Int, at range: SourceRange
  ) {
    guard !isIncomplete, !names.links.mayBeLoose(from: source, to: destination) else { return }
    var notes: [Diagnostic.Note] = []
    var help: [String] = []
    if let near = nearestLink(from: source, to: destination) {
      let link = names.links.declarations[near]
      let ends = [link.source, link.destination].map { names.elements.declarations[$0].id.text }
      help = ["the nearest declared link is \(ends[0]) -> \(ends[1])"]
      notes = [Diagnostic.Note("the nearest link", at: location(of: link.passage))]
    }
    report(
      "no-such-link", "no declared link leads \(text.quoted)", at: range, notes: notes, help: help)
  }

  /// The link the other way round, or one with an end inside or around the one that was meant, or
  /// the first one out of the source or into the destination.
  private mutating func nearestLink(from source: Int, to destination: Int) -> Int? {
    if let reverse = names.links.places(from: destination, to: source).first { return reverse }
    guard takePatience(names.links.declarations.count) else { return nil }
    var best: (score: Int, place: Int)?
    for (place, link) in names.links.declarations.enumerated() {
      let score = closeness(link.source, source) + closeness(link.destination, destination)
      if score > 2, score > best?.score ?? 0 { best = (score, place) }
    }
    return best?.place
  }

  /// 3 for the same element, 2 for one inside the other, 1 for neighbours inside a third, else 0.
  private func closeness(_ left: Int, _ right: Int) -> Int {
    if left == right { return 3 }
    let all = names.elements.declarations
    if all[left].parent == right || all[right].parent == left { return 2 }
    if let parent = all[left].parent, parent == all[right].parent { return 1 }
    return 0
  }
}
