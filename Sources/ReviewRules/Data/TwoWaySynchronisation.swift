public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that elements copy from one another in circles.
public struct TwoWaySynchronisation: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let circles = subject.graph.twoWaySynchronisations()
    for circle in circles { verdicts.fail(Self.finding(circle)) }
    let circling = Set(circles.map(\.data))
    for (data, places) in Self.carriers(in: subject.graph) where !circling.contains(data) {
      let unclear = places.filter { subject.graph.traits[$0].interaction == nil }
      if unclear.isEmpty {
        verdicts.pass()
      } else {
        verdicts.unknown(missing: unclear.map { .link(subject.graph.linkID($0), "via") })
      }
    }
  }

  /// The links in use that carry each data entity, where there are at least two; by data entity.
  private static func carriers(in graph: SolutionGraph) -> [(DataID, [Int])] {
    var places: [DataID: [Int]] = [:]
    for index in graph.solution.links.indices where graph.traits[index].isInUse {
      for data in graph.solution.links[index].carries { places[data, default: []].append(index) }
    }
    return places.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
  }

  private static func finding(_ circle: SolutionGraph.TwoWaySynchronisation) -> Finding {
    Finding(
      descriptor, .goesRound(circle), at: .data(circle.data),
      roles: [Finding.Role("data", .data(circle.data))]
        + circle.members.map { Finding.Role("member", .element($0)) },
      evidence: Evidence(
        path: Evidence.steps(along: circle.example),
        figures: [
          Evidence.Figure("elements", "\(circle.members.count)"),
          Evidence.Figure("links", "\(circle.links.count)"),
        ]),
      related: circle.links.map { Finding.Related(.link($0), "carries it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "two-way-synchronisation",
    title: "Two-way synchronisation",
    family: .data,
    level: .warning,
    quality: .functionalSuitability,
    summary: "Elements copy the same data from one another in a circle.",
    rationale: """
      A change comes back to the element that made it, often later than the next change. Without a \
      version on every record the copies then overwrite one another, and with one the conflicts must \
      still be settled by somebody. Loops that never come to rest are the usual first outage.
      """,
    detection: """
      For each data entity: a strongly connected component with at least two elements in the graph of \
      the links in use that carry it, in the direction of the data; channels are passed through. Left \
      out: screens, an app's access to a store, commands to the declared master, and what one element \
      reads from and writes to another in calls of its own, because it keeps no copy.
      """,
    remedy: """
      Let one element be the `master`, publish from it in one direction, and turn the way back into a \
      command (`operation: command`) that the master may refuse.
      """,
    falsePositives: """
      The two ways carry different fields or different records: describe them as two data entities.
      """,
    question: "How does an element know that a change that arrives is its own, coming back?",
    references: [
      "Mendix documentation, Architecture best practices: Central data",
      "Hohpe, Woolf: Enterprise Integration Patterns, chapter 1, Data replication",
    ],
    examples: [
      RuleExample(
        "customers run both ways between shop and customer care",
        """
        apps:
          shop: Web shop
          crm: Customer care
        data:
          ⟦customer⟧: Customer
        links:
          - { from: shop, to: crm, via: sftp, carries: [customer] }
          - { from: crm, to: shop, via: sftp, carries: [customer] }
        """),
      RuleExample(
        "customer care publishes, the shop sends commands",
        """
        apps:
          shop: Web shop
          crm: Customer care
        data:
          customer: { name: Customer, master: crm }
        links:
          - { from: crm, to: shop, via: topic, carries: [customer] }
          - { from: shop, to: crm, via: rest, carries: [customer], operation: command }
        """),
    ])
}

extension Finding.Message {
  fileprivate static func goesRound(_ circle: SolutionGraph.TwoWaySynchronisation) -> Self {
    """
    \(Wording.name(circle.data)) is copied in a circle of \
    \(Wording.count(circle.members.count, "element")): \(Wording.chain(circle.example.elements))
    """
  }
}
