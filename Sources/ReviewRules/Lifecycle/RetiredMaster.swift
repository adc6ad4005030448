public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data whose master is retired, or goes without a successor.
public struct RetiredMaster: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var retired: [(data: DataID, master: ElementID)] = []
    for object in graph.solution.data where !object.masters.isEmpty {
      let masters = object.masters.compactMap(graph.solution.index(of:))
      let isLeft = masters.contains { graph.placements[$0].lifecycle != .retired }
      if let first = masters.first, !isLeft {
        retired.append((object.id, graph.elementID(first)))
      } else {
        verdicts.pass()
      }
    }
    guard !retired.isEmpty else { return }
    var carriers: [DataID: [LinkID]] = [:]
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      for data in graph.solution.links[link].carries {
        carriers[data, default: []].append(graph.linkID(link))
      }
    }
    for (data, master) in retired {
      verdicts.fail(Self.finding(data, master, carriers[data] ?? []))
    }
  }

  private static func finding(_ data: DataID, _ master: ElementID, _ links: [LinkID]) -> Finding {
    Finding(
      descriptor, .hasNobodyLeft(data, master, links.count), at: .data(data, "master"),
      roles: [Finding.Role("data", .data(data))],
      evidence: Evidence(figures: [
        .init("master", master.text), .init("lifecycle", Lifecycle.retired.rawValue),
        .init("links in use that carry it", "\(links.count)"),
      ]),
      related: [Finding.Related(.element(master), "is retired")]
        + links.prefix(10).map { Finding.Related(.link($0), "carries it") })
  }

  public static let descriptor = RuleDescriptor(
    id: "retired-master",
    title: "Retired master",
    family: .lifecycle,
    level: .error,
    quality: .functionalSuitability,
    summary: "The element that decides about some data is retired.",
    rationale: """
      Nobody decides any more which copy is right. The copies drift from that day, and each of them is \
      sure of itself.
      """,
    detection: "All elements that a data entity names as `master` have `lifecycle: retired`.",
    remedy: "Name the successor as `master` and bring the other copies in line with it once.",
    falsePositives:
      "The data ended with its master and is only kept: leave `master` out and say so.",
    question: "Two copies differ since last month: which of them is right, and who says so?",
    references: ["DAMA International: DAMA-DMBOK, second edition, chapter 10"],
    examples: [
      RuleExample(
        "the old ledger still decides about accounts",
        """
        apps:
          old-ledger: { name: Old ledger, lifecycle: retired }
          ledger: Ledger
          reports: Reports
        data:
          account: { master: ⟦old-ledger⟧ }
        links:
          - { from: ledger, to: reports, via: topic, carries: [account] }
        """),
      RuleExample(
        "the new ledger decides",
        """
        apps:
          old-ledger: { name: Old ledger, lifecycle: retired }
          ledger: Ledger
          reports: Reports
        data:
          account: { master: ledger }
        links:
          - { from: ledger, to: reports, via: topic, carries: [account] }
        """),
      RuleExample(
        "one of two masters is left",
        """
        apps:
          old-ledger: { name: Old ledger, lifecycle: retired }
          ledger: Ledger
        data:
          account: { master: [old-ledger, ledger] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func hasNobodyLeft(_ data: DataID, _ master: ElementID, _ links: Int) -> Self {
    """
    \(Wording.name(data)) is mastered by \(Wording.name(master)), which is retired, and \
    \(Wording.count(links, "link")) still \(links == 1 ? "carries" : "carry") it
    """
  }
}
