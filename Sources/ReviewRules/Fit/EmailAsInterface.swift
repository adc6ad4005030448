public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds mails that programs write for programs to read.
public struct EmailAsInterface: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.solution.links[link].via == .email {
      guard let source = graph.solution.index(of: graph.solution.links[link].source),
        let destination = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      if graph.isPerson(source) || Self.isRead(byPeopleAt: destination, over: link, in: graph) {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(graph.solution.links[link]))
      }
    }
  }

  private static func isRead(byPeopleAt vertex: Int, over link: Int, in graph: SolutionGraph)
    -> Bool
  {
    if graph.isPerson(vertex) || graph.solution.links[link].useCase == .notification { return true }
    // A mailbox in between is for whoever opens it.
    return graph.solution.elements[vertex].kind == .channel
      && graph.legs(outOf: vertex).allSatisfy { graph.isPerson($0.destination) }
  }

  private static func finding(_ link: Link) -> Finding {
    Finding(
      descriptor, .isParsed(link), at: .link(link.id, "via"),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          Evidence.Figure("delivery", link.effectiveDelivery),
          link.carries.isEmpty
            ? nil : .init("carries", Wording.list(link.carries.map(\.text))),
        ].compactMap { $0 }))
  }

  public static let descriptor = RuleDescriptor(
    id: "email-as-interface",
    title: "E-mail as an interface",
    family: .fit,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A program sends mails that another program reads and acts on.",
    rationale: """
      A mail may be late, twice, in the spam folder or not at all, and nobody is told. Its form is what \
      the last template made of it, anybody can write one, and the mailbox is full on the day that \
      matters.
      """,
    detection: """
      A link in use via `email` leads from an element to a system, app, store or channel, and not to \
      people. Left out are notices (`use-case: notification`), and channels out of which only people \
      take.
      """,
    remedy:
      "Offer an operation or a queue for it; from partners who can send nothing else, a form or a file.",
    falsePositives: """
      The destination stands for people who read the mail, such as a help desk: model them as people, \
      or say `use-case: notification`.
      """,
    question: "How many of last month's mails were never read by the program, and how do you know?",
    references: [
      "RFC 5321, Simple Mail Transfer Protocol, Section 6.1: Reliable Delivery and Replies by Email"
    ],
    examples: [
      RuleExample(
        "orders are mailed to billing, which takes them apart",
        """
        apps:
          ordering: Ordering
          billing: Billing
        links:
          - ordering -> billing: mails the order
            via: ⟦email⟧
        """),
      RuleExample(
        "orders go into a queue, and a mail tells a person",
        """
        people:
          clerk: Clerk
        apps:
          ordering: Ordering
          billing: Billing
        links:
          - ordering -> billing: hands over the order
            via: queue
          - ordering -> clerk: tells of the order
            via: email
        """),
      RuleExample(
        "a mailbox for people is one, a mailbox for a program is an interface",
        """
        people: { clerk: Clerk }
        apps: { ordering: Ordering, robot: Robot }
        channels: { box: Mailbox, drop: Drop box }
        systems: { desk: Help desk }
        links:
          - { from: ordering, to: box, via: email }
          - { from: box, to: clerk, via: email }
          - { from: ordering, to: drop, via: ⟦email⟧ }
          - { from: drop, to: robot, via: ⟦email⟧ }
          - { from: ordering, to: desk, via: email, use-case: notification }
          - { from: clerk, to: ordering, via: email }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isParsed(_ link: Link) -> Self {
    "'\(link.destination)' acts on mails that '\(link.source)' sends it"
  }
}
