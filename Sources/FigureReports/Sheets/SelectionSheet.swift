import JSONText
public import SolutionGraph
public import SolutionModel

extension FigureSheet {
  /// What a selector chooses.
  public static func selection(
    _ selector: String, elements: [ElementID], links: [LinkID], in graph: SolutionGraph
  ) -> Self {
    let vertices = elements.compactMap { graph.solution.index(of: $0) }
    let places = links.compactMap { graph.solution.index(of: $0) }
    return FigureSheet(
      selector,
      tables: [
        FigureTable(
          "Elements: \(elements.count)", reading: "what the selector chooses, by id",
          columns: [
            .words("element"), .words("kind"), .words("owner"), .words("zone"), .words("name"),
          ],
          rows: vertices.map { row(ofElement: $0, graph) }, usualRowCount: 50),
        FigureTable(
          "Links: \(links.count)", reading: "what the selector chooses, by id",
          columns: [
            .words("link"), .words("option"), .words("interaction"), .words("need"),
            .words("label"),
          ],
          rows: places.map { row(ofLink: $0, graph) }, usualRowCount: 50),
      ],
      value: [
        "selector": .string(selector), "elements": .strings(elements.map(\.text)),
        "links": .strings(links.map(\.text)),
      ])
  }

  private static func row(ofElement vertex: Int, _ graph: SolutionGraph) -> [String] {
    let element = graph.solution.elements[vertex]
    let placement = graph.placements[vertex]
    return [
      element.id.text, element.kind.rawValue, placement.owner?.text ?? "",
      placement.zone?.text ?? "", element.name,
    ]
  }

  private static func row(ofLink place: Int, _ graph: SolutionGraph) -> [String] {
    let link = graph.solution.links[place]
    let traits = graph.traits[place]
    return [
      link.id.text, link.via?.text ?? "", traits.interaction?.rawValue ?? "",
      traits.isInUse ? traits.isHard ? "hard" : "soft" : "not in use", link.label ?? "",
    ]
  }
}
