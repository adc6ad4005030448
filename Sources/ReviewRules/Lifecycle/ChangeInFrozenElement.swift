public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds plans that need work on what nobody may change.
public struct ChangeInFrozenElement: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.solution.links.indices {
      guard graph.solution.links[link].status?.isPlan == true,
        let source = graph.solution.index(of: graph.solution.links[link].source),
        let destination = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      if let reason = FrozenPart(at: source, in: graph) {
        verdicts.fail(Self.finding(graph.solution.links[link], reason, asSource: true))
      } else if let reason = FrozenPart(at: destination, in: graph) {
        guard graph.solution.links[link].via != nil else {
          verdicts.unknown(missing: "via", ofLink: link)
          continue
        }
        if Self.offers(destination, like: link, in: graph) {
          verdicts.pass()
        } else {
          verdicts.fail(Self.finding(graph.solution.links[link], reason, asSource: false))
        }
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether another link that is there already uses the element in the same way.
  private static func offers(_ vertex: Int, like link: Int, in graph: SolutionGraph) -> Bool {
    graph.legs(into: vertex).contains { leg in
      leg.link != link && graph.solution.links[leg.link].via == graph.solution.links[link].via
        && graph.solution.links[leg.link].status?.isPlan != true
    }
  }

  private static func finding(_ link: Link, _ part: FrozenPart, asSource: Bool) -> Finding {
    Finding(
      descriptor,
      asSource ? .mustStartSomething(link, part) : .mustOfferSomething(link, part),
      at: .link(link.id, "status"), roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("status", link.status?.rawValue ?? ""), part.figure]),
      related: [Finding.Related(part.path, "says that nobody changes it")])
  }

  public static let descriptor = RuleDescriptor(
    id: "change-in-frozen-element",
    title: "Change in a frozen element",
    family: .lifecycle,
    level: .warning,
    quality: .flexibility,
    summary: "A planned link needs work on an element that nobody may change.",
    rationale: """
      The plan rests on somebody who has said no, or who has left. It is found out when the estimate \
      is asked for, and then the whole design has to find another way.
      """,
    detection: """
      A link with `status: idea`, `proposed` or `agreed` starts at an element that is `frozen` or says \
      `changeable: false`; or it ends at one that no link of today uses by the same `via`, so that \
      something new has to be offered. Both may come from what is around the element. Without `via` \
      the second is unknown.
      """,
    remedy: """
      Put an adapter beside it that reads what it offers today: a file that it writes already, a view, \
      a queue, at worst its screens.
      """,
    falsePositives:
      "Settings are enough, as where a vendor delivers the interface: name that `via`.",
    question: "Who has agreed to change it, and with whose budget?",
    references: [
      "Evans: Domain-Driven Design, chapter 14, Anticorruption Layer",
      "Feathers: Working Effectively with Legacy Code, chapter 3, Sensing and Separation",
    ],
    examples: [
      RuleExample(
        "the mainframe is to call a new service",
        """
        systems:
          ledger: { name: Ledger, type: mainframe, lifecycle: frozen }
        apps: { reports: Reports }
        links:
          - { from: ledger, to: reports, via: rest, timeout: 2s, status: ⟦proposed⟧ }
        """),
      RuleExample(
        "the new service reads the file that the mainframe writes anyway",
        """
        systems:
          ledger: { name: Ledger, type: mainframe, lifecycle: frozen }
        apps: { reports: Reports, archive: Archive }
        links:
          - { from: archive, to: ledger, via: sftp, status: live }
          - { from: reports, to: ledger, via: sftp, status: proposed }
        """),
      RuleExample(
        "a new way into it, and an app within a system that nobody changes",
        """
        systems:
          erp: { name: ERP, changeable: false, apps: { orders: Orders } }
        apps: { shop: Web shop, archive: Archive }
        links:
          - { from: archive, to: orders, via: sftp }
          - { from: shop, to: orders, via: rest, timeout: 2s, status: ⟦agreed⟧ }
          - { from: shop, to: archive, via: rest, timeout: 2s, status: idea }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func mustStartSomething(_ link: Link, _ part: FrozenPart) -> Self {
    "planned \(Wording.name(link)) starts at '\(link.source)', which \(part.clause)"
  }

  fileprivate static func mustOfferSomething(_ link: Link, _ part: FrozenPart) -> Self {
    """
    planned \(Wording.name(link)) needs '\(link.via?.text ?? "")' of '\(link.destination)', which \
    offers it to nobody and \(part.clause)
    """
  }
}
