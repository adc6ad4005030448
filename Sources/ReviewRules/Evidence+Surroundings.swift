import ReviewEngine
import SolutionGraph
import SolutionModel

extension Evidence {
  /// A link with where its ends stand and what it carries, as far as that weighs in its protection.
  init(
    of link: Link, _ surroundings: LinkSurroundings, in graph: SolutionGraph,
    figures: [Figure] = [],
    assumptions: [String] = []
  ) {
    self.init(
      path: [
        Step(.element(link.source), Self.standing(of: surroundings.source, in: graph)),
        Step(.link(link.id), link.via?.text ?? ""),
        Step(.element(link.destination), Self.standing(of: surroundings.destination, in: graph)),
      ],
      figures: figures
        + [
          surroundings.confidentiality.map { .init("confidentiality carried", $0.rawValue) },
          surroundings.isPersonal
            ? surroundings.personal.map { .init("personal data carried", $0.rawValue) } : nil,
        ].compactMap { $0 },
      assumptions: assumptions)
  }

  /// Where an end stands: `external, in 'edge' (dmz)`; empty where the model does not say.
  static func standing(of end: LinkSurroundings.End, in graph: SolutionGraph) -> String {
    var words: [String] = end.isExternal ? ["external"] : []
    if let zone = graph.placements[end.vertex].zone {
      words.append("in '\(zone)'" + (end.trust.map { " (\($0.rawValue))" } ?? ""))
    }
    return words.joined(separator: ", ")
  }
}
