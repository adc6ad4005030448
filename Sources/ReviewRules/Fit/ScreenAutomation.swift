public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds programs that use another one by its screens, as a person would.
public struct ScreenAutomation: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let interfaces = Self.interfaces(in: graph)
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.solution.links[link].via == .robot {
      guard let target = graph.solution.index(of: graph.solution.links[link].destination) else {
        continue
      }
      verdicts.fail(
        Self.finding(graph.solution.links[link], target, interfaces[target], in: graph))
    }
  }

  /// By element, a link on which it already serves programs.
  private static func interfaces(in graph: SolutionGraph) -> [Int: Int] {
    var interfaces: [Int: Int] = [:]
    for link in graph.traits.indices
    where graph.traits[link].isInUse && graph.traits[link].category == .service {
      guard let target = graph.solution.index(of: graph.solution.links[link].destination) else {
        continue
      }
      interfaces[target] = interfaces[target] ?? link
    }
    return interfaces
  }

  private static func finding(
    _ link: Link, _ target: Int, _ interface: Int?, in graph: SolutionGraph
  ) -> Finding {
    let element = graph.solution.elements[target]
    let end = element.endOfLife
    let isBridge = end != nil && graph.placements[target].lifecycle == .sunset
    let other = interface.map { graph.solution.links[$0] }
    return Finding(
      descriptor, .worksTheScreens(link, other, until: isBridge ? end : nil),
      at: .link(link.id, "via"), level: other != nil ? .error : isBridge ? .note : nil,
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [
          graph.placements[target].lifecycle.map {
            .init("lifecycle of '\(element.id)'", $0.rawValue)
          },
          end.map { .init("end of life", $0.description) },
          other.map { .init("interface that exists", $0.via?.text ?? "") },
        ].compactMap { $0 }),
      related: other.map { [.init(.link($0.id), "uses an interface of the same element")] } ?? [])
  }

  public static let descriptor = RuleDescriptor(
    id: "screen-automation",
    title: "Screen automation",
    family: .fit,
    level: .warning,
    weighs: [.criticality],
    quality: .reliability,
    summary: "A program works the screens of another one, as a person would.",
    rationale: """
      It breaks when a button moves, when a dialogue asks about cookies, when the password of the robot \
      runs out, and it may press on after having misread a number. Nobody who changes the screen knows \
      that a program looks at it.
      """,
    detection: """
      A link in use via `rpa`. An error where another link in use shows that the destination has an \
      interface of the service category; a note where the destination is `sunset` with an `end-of-life`, \
      so that the robot is a bridge to a day.
      """,
    remedy: """
      Use the interface that there is, or have one built, or read and write a file. Until then: one \
      robot a process, with an owner, a log of each step, a person who takes over, and a last day.
      """,
    falsePositives:
      "It tests the screens, and does nobody's work: say `use-case: test-service` and waive it.",
    question:
      "Who is told before this screen changes, and what does the robot do with a dialogue it has never seen?",
    references: [
      "Gartner Glossary, Robotic Process Automation: https://www.gartner.com/en/information-technology/glossary/robotic-process-automation-software"
    ],
    examples: [
      RuleExample(
        "a robot types orders into the ledger",
        """
        apps:
          ordering: Ordering
          ledger: Ledger
        links:
          - ordering -> ledger: types in the orders
            via: ⟦rpa⟧
        """),
      RuleExample(
        "the ledger takes a file",
        """
        apps:
          ordering: Ordering
          ledger: Ledger
        links:
          - ordering -> ledger: hands over the orders
            via: sftp
        """),
      RuleExample(
        "a bridge to a day, and a robot beside an interface",
        """
        apps:
          ordering: Ordering
          shop: Shop
          stock: Stock
          ledger: { name: Ledger, lifecycle: sunset, end-of-life: 2027-06-30 }
        links:
          - { from: ordering, to: ledger, via: ⟦rpa⟧ }
          - { from: ordering, to: stock, via: ⟦rpa⟧ }
          - { from: shop, to: stock, via: rest }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func worksTheScreens(_ link: Link, _ other: Link?, until end: CalendarDate?)
    -> Self
  {
    let head = "'\(link.source)' works the screens of '\(link.destination)'"
    if let other {
      return
        "\(head), which has an interface: \(Wording.name(other)) uses \(other.via?.text ?? "it")"
    }
    return end.map { "\(head), until that ends on \($0)" } ?? "\(head), as a person would"
  }
}
