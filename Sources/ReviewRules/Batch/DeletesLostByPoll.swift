public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds polls for changes of data that vanishes without a trace.
public struct DeletesLostByPoll: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices where Self.copiesChanges(index, of: subject) {
      let objects = links[index].carries.compactMap { subject.solution.data($0) }
      let hard = objects.filter { $0.deletePolicy == .hard }
      let unknown = objects.filter { $0.deletePolicy == nil }
      if !hard.isEmpty {
        verdicts.fail(Self.finding(links[index], hard))
      } else if !unknown.isEmpty {
        verdicts.unknown(missing: unknown.map { .data($0.id, "delete-policy") })
      } else if !objects.isEmpty {
        verdicts.pass()
      }
    }
  }

  private static func copiesChanges(_ index: Int, of subject: ReviewSubject) -> Bool {
    subject.graph.traits[index].isInUse && subject.graph.traits[index].dataFlow == .pull
      && subject.solution.links[index].via?.text == "rest-pull"
  }

  private static func finding(_ link: Link, _ objects: [DataObject]) -> Finding {
    Finding(
      descriptor, .missesDeletes(link, objects.map(\.id.text)), at: .link(link.id, "via"),
      roles: [Finding.Role("poll", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: objects.map { .init("delete-policy of \($0.id)", "hard") }),
      related: objects.map {
        Finding.Related(.data($0.id, "delete-policy"), "vanishes when deleted")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "deletes-lost-by-poll",
    title: "Deletes lost by poll",
    family: .batch,
    level: .warning,
    weighs: [.criticality],
    quality: .functionalSuitability,
    summary: "A poll asks for changes of data that is deleted without a trace.",
    rationale: """
      A poll for changes returns what is there and changed. What is gone is not there, so the copy keeps \
      it for ever: customers who left are written to, articles that ended are sold.
      """,
    detection: """
      `via: rest-pull` towards the source carries data with `delete-policy: hard`.
      """,
    remedy: """
      Mark records as deleted in the owner (`delete-policy: soft`) and remove them when every copy has \
      had time to see it, publish deletions as events, or compare the whole set at night.
      """,
    falsePositives: "A second link brings the deletions, or a full comparison runs every night.",
    question: "How does the copy learn that a record is gone?",
    references: ["Mendix documentation, Architecture best practices: Central data"],
    examples: [
      RuleExample(
        "the shop never learns which articles are gone",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        data:
          article: { name: Article, master: erp, delete-policy: hard }
        links:
          - shop -> erp: fetches changed articles
            via: ⟦rest-pull⟧
            poll: 5min
            carries: [article]
        """),
      RuleExample(
        "articles are marked as deleted first",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        data:
          article: { name: Article, master: erp, delete-policy: soft }
        links:
          - shop -> erp: fetches changed articles
            via: rest-pull
            poll: 5min
            carries: [article]
        """),
    ])
}

extension Finding.Message {
  fileprivate static func missesDeletes(_ link: Link, _ data: [String]) -> Self {
    "\(Wording.name(link)) polls for changes and never sees what was deleted: \(Wording.list(data))"
  }
}
