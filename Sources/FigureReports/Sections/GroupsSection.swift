public import JSONText
public import SolutionGraph
import SolutionModel

/// Which elements belong together by their links, compared with how the model groups them.
public struct GroupsSection: FigureSection {
  public static let name = "groups"
  public static let title = "Groups"
  public static let summary =
    "elements that belong together by their links, compared with systems and domains"

  private let graph: SolutionGraph
  private let groups: SuggestedGroups

  public init(of graph: SolutionGraph) {
    self.graph = graph
    groups = graph.suggestedGroups()
  }

  public var tables: [FigureTable] { [fitTable, groupTable, strayTable] }

  public var highlights: [FigureTable] { [strayTable] }

  private var fitTable: FigureTable {
    let fits = [
      ("by links", groups.suggested), ("by system", groups.systems), ("by domain", groups.domains),
    ]
    return FigureTable(
      "How well groups fit the links",
      reading:
        "modularity: 0 is as good as chance, above 0.3 groups are clear; a declared grouping far below the one by links cuts through what belongs together",
      columns: [
        .words("grouping"), .figures("modularity"), .figures("groups"), .figures("in no group"),
      ],
      rows: fits.filter { $0.1.modularity != nil }.map { name, fit in
        [
          name, fit.modularity.map { QuantityWords.fixed($0, places: 2) } ?? "",
          String(fit.groupCount), String(fit.ungroupedCount),
        ]
      })
  }

  private var groupTable: FigureTable {
    let sorted = groups.groups.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    return FigureTable(
      "Suggested groups",
      reading: "elements with more links among them than chance would put there, largest first",
      columns: [.figures("elements"), .words("systems"), .words("members")],
      rows: sorted.map { members in
        [
          String(members.count), listed(systems(of: members), 3),
          listed(members.map(\.text), 12),
        ]
      }, whenEmpty: "no elements belong together more than chance would have it")
  }

  private var strayTable: FigureTable {
    FigureTable(
      "Elements that lean to another system",
      reading:
        "most of the group that they belong to by their links is of another system; worth asking whether the border is right",
      columns: [
        .words("element"), .words("declared in"), .figures("links there"), .words("leans to"),
        .figures("links there"),
      ],
      rows: groups.strays.map { stray in
        [
          stray.element.text, stray.system.text, String(stray.ownLinkCount),
          stray.otherSystem.text, String(stray.otherLinkCount),
        ]
      })
  }

  private func systems(of members: [ElementID]) -> [String] {
    let systems = members.compactMap { member in
      graph.solution.index(of: member).flatMap { graph.placements[$0].system }
        .map { graph.elementID($0).text }
    }
    return Set(systems).sorted()
  }

  private func listed(_ names: [String], _ most: Int) -> String {
    let rest = names.count - most
    return names.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  public var assumptions: [String] {
    [
      "every dependency counts alike, whichever way it points; people, screens and signing on are left out",
      groups.isSettled
        ? "no single element would fit better elsewhere; another grouping as good may exist"
        : "the search was cut short, so better groups may exist",
    ]
  }

  public static let schema = SchemaForm.object([
    "groups": SchemaForm.list(of: SchemaForm.list(of: SchemaForm.text)),
    "isSettled": SchemaForm.flag,
    "fit": SchemaForm.described(
      SchemaForm.object(["suggested": fit, "systems": fit, "domains": fit]),
      "Modularity of the undirected structural dependencies, each counted once; elements in no group stand alone."
    ),
    "strays": SchemaForm.map(
      to: SchemaForm.object([
        "system": SchemaForm.text, "otherSystem": SchemaForm.text,
        "ownLinks": SchemaForm.count, "otherLinks": SchemaForm.count,
      ])),
  ])

  private static let fit = SchemaForm.object([
    "modularity": SchemaForm.optionalNumber, "groups": SchemaForm.count,
    "ungrouped": SchemaForm.count,
  ])

  public var value: JSONValue {
    [
      "groups": .array(groups.groups.map { .strings($0.map(\.text)) }),
      "isSettled": .bool(groups.isSettled),
      "fit": [
        "suggested": Self.value(of: groups.suggested), "systems": Self.value(of: groups.systems),
        "domains": Self.value(of: groups.domains),
      ],
      "strays": .object(
        groups.strays.lazy.map { stray in
          (
            stray.element.text,
            [
              "system": .string(stray.system.text), "otherSystem": .string(stray.otherSystem.text),
              "ownLinks": .integer(stray.ownLinkCount),
              "otherLinks": .integer(stray.otherLinkCount),
            ]
          )
        }),
    ]
  }

  private static func value(of fit: SuggestedGroups.Fit) -> JSONValue {
    [
      "modularity": .figure(fit.modularity), "groups": .integer(fit.groupCount),
      "ungrouped": .integer(fit.ungroupedCount),
    ]
  }
}
