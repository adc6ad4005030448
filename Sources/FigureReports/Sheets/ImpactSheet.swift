import JSONText
public import SolutionGraph
import SolutionModel

extension FigureSheet {
  /// Who feels it when some elements change or fail.
  ///
  /// `name` is how the caller knows them.
  public static func impact(_ impact: Impact, of name: String, in graph: SolutionGraph) -> Self {
    FigureSheet(
      "Impact of \(name)", tables: ImpactTables(impact, graph).tables,
      assumptions: [
        "hard: cannot do its work without; soft: has a way around it for a while, or nobody waits",
        "what lies inside an element changes and fails with it",
      ], value: value(of: impact))
  }

  private static func value(of impact: Impact) -> JSONValue {
    [
      "elements": .strings(impact.elements.map(\.text)),
      "hits": .object(impact.hits.map { ($0.element.text, value(of: $0)) }),
      "flows": .object(impact.flows.map { ($0.flow.text, .string($0.effect.rawValue)) }),
      "teams": .object(
        impact.teams.map {
          ($0.team.text, ["hard": .integer($0.hardCount), "soft": .integer($0.softCount)])
        }),
      "data": .object(
        impact.data.map {
          (
            $0.data.text,
            [
              "mastered": .bool($0.isMastered), "copied": .bool($0.isCopied),
              "links": .integer($0.linkCount),
            ]
          )
        }),
    ]
  }

  private static func value(of hit: Impact.Hit) -> JSONValue {
    [
      "hard": .bool(hit.isHard), "distance": .integer(hit.distance),
      "path": .strings(hit.path.map(\.text)),
      "links": .array(hit.links.map { JSONValue($0?.text) }),
    ]
  }
}

/// The tables of an impact.
private struct ImpactTables {
  private let impact: Impact
  private let graph: SolutionGraph

  init(_ impact: Impact, _ graph: SolutionGraph) {
    self.impact = impact
    self.graph = graph
  }

  var tables: [FigureTable] {
    let hard = impact.hits.filter(\.isHard)
    let soft = impact.hits.filter { !$0.isHard }
    return [
      hits(
        "Hit hard", hard, "elements and people that cannot do their work without it, nearest first",
        "nobody needs it to do their work"),
      hits(
        "Hit softly", soft,
        "elements and people that use it, and that can do without it for a while",
        "nobody else uses it"),
      flows, teams, data,
    ]
  }

  private func hits(_ title: String, _ hits: [Impact.Hit], _ reading: String, _ none: String)
    -> FigureTable
  {
    FigureTable(
      "\(title): \(hits.count)", reading: reading,
      columns: [.words("element"), .figures("hops"), .words("owner"), .words("path")],
      rows: hits.map { hit in
        let owner = graph.solution.index(of: hit.element).flatMap { graph.placements[$0].owner }
        return [
          hit.element.text, String(hit.distance), owner?.text ?? "",
          hit.path.map(\.text).joined(separator: " ← "),
        ]
      }, whenEmpty: none)
  }

  private var flows: FigureTable {
    FigureTable(
      "Flows: \(impact.flows.count)", reading: "what becomes of them when it fails",
      columns: [.words("flow"), .words("effect")],
      rows: impact.flows.map { [$0.flow.text, Self.words(for: $0.effect)] },
      whenEmpty: "no flow feels it")
  }

  private static func words(for effect: Impact.Effect) -> String {
    switch effect {
    case .stops: "stops"
    case .mayStop: "may stop: what it needs may need this"
    case .fallsBack: "goes on by a fallback"
    case .isLate: "goes on, and its result comes late"
    }
  }

  private var teams: FigureTable {
    FigureTable(
      "Teams to talk to: \(impact.teams.count)", reading: "how many of their elements are hit",
      columns: [.words("team"), .figures("hard"), .figures("soft")],
      rows: impact.teams.map { [$0.team.text, String($0.hardCount), String($0.softCount)] },
      whenEmpty: "no team owns what is hit")
  }

  private var data: FigureTable {
    FigureTable(
      "Data: \(impact.data.count)", reading: "kept here, or carried from or to here",
      columns: [.words("data"), .words("kept here"), .figures("links that carry it")],
      rows: impact.data.map { hit in
        [
          hit.data.text, hit.isMastered ? "master" : hit.isCopied ? "copy" : "",
          String(hit.linkCount),
        ]
      }, whenEmpty: "no declared data is kept here or passes")
  }
}
