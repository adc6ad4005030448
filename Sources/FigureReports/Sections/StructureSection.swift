public import SolutionGraph
import SolutionModel

/// How tightly the elements hang together, and what holds them together.
public struct StructureSection: FigureSection {
  public static let name = "structure"
  public static let title = "Structure"
  public static let summary =
    "fan-in and fan-out, instability, visibility, betweenness and depth; cut points, bridges and choke points"

  let graph: SolutionGraph
  let couplings: [Coupling]
  let propagation: ChangePropagation?
  let betweenness: BetweennessShares
  let depths: CallDepths
  let cuts: CutPoints
  let dominators: ElementDominators

  public init(of graph: SolutionGraph) {
    self.graph = graph
    couplings = graph.couplings()
    propagation = graph.changePropagation()
    betweenness = graph.betweennessShares()
    depths = graph.callDepths()
    cuts = graph.cutPoints()
    dominators = graph.elementDominators()
  }

  public var tables: [FigureTable] {
    [brief, elementTable, cutTable, bridgeTable, chokeTable]
  }

  public var highlights: [FigureTable] { [brief, elementTable] }

  private var brief: FigureTable {
    var rows: [[String]] = []
    if let propagation {
      rows.append([
        "propagation cost", QuantityWords.share(propagation.propagationCost),
        "of all elements a change of the average one may reach; lower is better",
      ])
      let circle = propagation.largestCircleCount
      rows.append([
        "largest circle", String(circle),
        "elements that all depend on each other; 0 is best, and 'cycles' says where to cut",
      ])
    }
    let way = depths.deepest?.elements.map(\.text).joined(separator: " → ")
    rows.append(["deepest calls", String(depths.depths.max() ?? 0), way ?? "nobody waits"])
    rows.append([
      "separate parts", String(cuts.parts.count),
      "that no link joins; people left out",
    ])
    return FigureTable(
      "In brief", reading: "what the structure as a whole is like",
      columns: [.words("figure"), .figures("value"), .words("how to read it")], rows: rows)
  }

  private var elementTable: FigureTable {
    let bound = couplings.indices.filter { couplings[$0].instability != nil }.sorted {
      let left = couplings[$0].afferent + couplings[$0].efferent
      let right = couplings[$1].afferent + couplings[$1].efferent
      return (right, $0) < (left, $1)
    }
    return FigureTable(
      "Elements",
      reading:
        "fan-in: how many need it; fan-out: how many it needs; instability: 0 should change rarely, 1 may change freely; reach: how many may feel a change of it, at any distance; sees: how many it may feel; between: share of all shortest ways that pass it, where high means bottleneck; depth: calls that may wait on each other below it",
      columns: [
        .words("element"), .figures("fan-in"), .figures("fan-out"), .figures("instability"),
        .figures("reach"), .figures("sees"), .figures("between"), .figures("depth"),
        .words("role"),
      ],
      rows: bound.map(row), whenEmpty: "no element depends on another")
  }

  private func row(_ vertex: Int) -> [String] {
    let seen = propagation?.visibilities[vertex]
    return [
      graph.elementID(vertex).text, String(couplings[vertex].afferent),
      String(couplings[vertex].efferent),
      couplings[vertex].instability.map { QuantityWords.fixed($0, places: 2) } ?? "",
      seen.map { String($0.fanIn) } ?? "", seen.map { String($0.fanOut) } ?? "",
      QuantityWords.share(betweenness.shares[vertex]), String(depths.depths[vertex]),
      seen?.role.rawValue ?? "",
    ]
  }

  private var cutTable: FigureTable {
    FigureTable(
      "Cut points",
      reading: "elements without which the solution falls apart; the more they part, the worse",
      columns: [.words("element"), .figures("parts off"), .words("pieces that are left")],
      rows: cuts.points.map { point in
        let pieces = point.pieces.prefix(8).map(String.init).joined(separator: " + ")
        return [
          point.element.text, String(point.separatedCount),
          pieces + (point.pieces.count > 8 ? " + …" : ""),
        ]
      })
  }

  private var bridgeTable: FigureTable {
    FigureTable(
      "Bridges",
      reading: "links that alone join two sides; the more there are on the smaller side, the worse",
      columns: [.words("link"), .figures("smaller side")],
      rows: cuts.bridges.map { [$0.link.text, String($0.separatedCount)] })
  }

  private var chokeTable: FigureTable {
    let telling = dominators.reached.filter { $0.behindCount > 0 }.sorted {
      ($1.behindCount, $0.element) < ($0.behindCount, $1.element)
    }
    return FigureTable(
      "Choke points",
      reading:
        "elements through which alone others are reached from people and from where flows start, over hard links; the more lie behind, the more is lost with it",
      columns: [.words("element"), .figures("behind it"), .words("itself behind")],
      rows: telling.map { [$0.element.text, String($0.behindCount), $0.dominator?.text ?? ""] })
  }

  public var assumptions: [String] {
    var lines = [
      "only links in use count; of a link through a channel both sides depend on the channel",
      "fan-in, fan-out and instability count all links and leave out people; propagation cost, reach, sees and role leave out screens and signing on, too",
      propagation?.hasCircularCore == true
        ? "roles are told by comparing with the largest circle, the core"
        : "there is no circle of a twentieth of the elements, so medians tell the roles apart",
    ]
    if propagation == nil {
      lines.append("the solution is too large for visibility, which grows with the square of it")
    }
    if !betweenness.isExact {
      lines.append(
        "betweenness is estimated from \(betweenness.startCount) of \(betweenness.linkedElementCount) starts, spread evenly"
      )
    }
    lines.append("depth counts elements that call each other in a circle as one")
    return lines
  }
}
