import JSONText
public import SolutionGraph
public import SolutionModel

extension FigureSheet {
  /// The ways from one element to another.
  public static func paths(
    _ connections: Connections, from source: ElementID, to target: ElementID,
    in graph: SolutionGraph
  ) -> Self {
    let found = connections.isComplete ? "" : "at least "
    return FigureSheet(
      "From \(source) to \(target)",
      tables: [brief(connections, found), ways(connections)]
        + connections.ways.prefix(3).enumerated().map { place, way in
          table(way, place + 1, graph)
        },
      assumptions: [
        "ways follow links in use from the side that starts the interaction, and through channels to those who receive; no element comes twice in one"
      ],
      value: [
        "from": .string(source.text), "to": .string(target.text),
        "complete": .bool(connections.isComplete),
        "linkDisjoint": .integer(connections.linkDisjointCount),
        "elementDisjoint": .integer(connections.elementDisjointCount),
        "ways": .array(connections.ways.map { .array($0.map(value)) }),
      ])
  }

  private static func brief(_ connections: Connections, _ found: String) -> FigureTable {
    guard let shortest = connections.ways.first else {
      return FigureTable(
        "In brief", reading: "the ways along links in use", columns: [.words("")], rows: [],
        whenEmpty: "no way leads there")
    }
    return FigureTable(
      "In brief", reading: "more ways that share nothing are better for availability",
      columns: [.words("figure"), .figures("value"), .words("how to read it")],
      rows: [
        ["ways", found + String(connections.ways.count), "without an element twice"],
        ["shortest", String(shortest.count), "hops"],
        [
          "share no link", String(connections.linkDisjointCount),
          "as many links must fail to part the two",
        ],
        [
          "share no element", String(connections.elementDisjointCount),
          "as many elements must fail to part the two, where no link leads straight there",
        ],
      ])
  }

  private static func ways(_ connections: Connections) -> FigureTable {
    FigureTable(
      "Ways", reading: "the shortest first; below, the links of the first three",
      columns: [.figures("way"), .figures("hops"), .words("elements")],
      rows: connections.ways.enumerated().map { place, way in
        [String(place + 1), String(way.count), elements(of: way)]
      })
  }

  private static func elements(of way: [Connections.Hop]) -> String {
    (way.prefix(1).map(\.from) + way.map(\.to)).map(\.text).joined(separator: " → ")
  }

  private static func table(_ way: [Connections.Hop], _ number: Int, _ graph: SolutionGraph)
    -> FigureTable
  {
    FigureTable(
      "Links of way \(number)", reading: elements(of: way),
      columns: [
        .words("to"), .words("link"), .words("option"), .words("interaction"), .words("need"),
      ],
      rows: way.flatMap { hop in hop.links.map { row(hop, $0, graph) } })
  }

  private static func row(_ hop: Connections.Hop, _ id: LinkID, _ graph: SolutionGraph) -> [String]
  {
    guard let place = graph.solution.index(of: id) else {
      return [hop.to.text, id.text, "", "", ""]
    }
    let traits = graph.traits[place]
    return [
      hop.to.text, id.text, graph.solution.links[place].via?.text ?? "",
      traits.interaction?.rawValue ?? "", traits.isHard ? "hard" : "soft",
    ]
  }

  private static func value(of hop: Connections.Hop) -> JSONValue {
    [
      "from": .string(hop.from.text), "to": .string(hop.to.text),
      "links": .strings(hop.links.map(\.text)),
    ]
  }
}
