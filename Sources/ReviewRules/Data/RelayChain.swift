public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data that is copied from copies.
public struct RelayChain: Rule {
  /// How many copies may be made on the way to the last one, itself counted.
  public var mostCopies = 1

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "most-copies", \.mostCopies, in: 1...20,
      "How many copies may be made in a row from a master (copies)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for chain in subject.graph.relayWays() {
      guard let dataClass = subject.solution.data(chain.data)?.class else {
        verdicts.unknown(missing: [.data(chain.data, "class")])
        continue
      }
      guard Self.isKept(dataClass) else { continue }
      if chain.copies > mostCopies {
        verdicts.fail(finding(chain))
      } else {
        verdicts.pass()
      }
    }
  }

  /// Whether copies of it have to agree; events and figures pass from one to the next by design.
  private static func isKept(_ dataClass: DataObject.Class) -> Bool {
    switch dataClass {
    case .master, .reference, .transactional, .identity, .configuration: true
    case .event, .analytical, .content, .log: false
    }
  }

  private func finding(_ chain: SolutionGraph.RelayWay) -> Finding {
    Finding(
      Self.descriptor, .isRelayed(chain, limit: mostCopies), at: .data(chain.data),
      level: chain.copies > mostCopies + 1 ? .warning : nil,
      evidence: Evidence(
        path: Evidence.steps(along: chain.path),
        figures: [
          .init("copies in a row", "\(chain.copies)"), .init("limit", "\(mostCopies)"),
        ]))
  }

  public static let descriptor = RuleDescriptor(
    id: "relay-chain",
    title: "Relay chain",
    family: .data,
    level: .note,
    quality: .functionalSuitability,
    summary: "Data is copied from copies, and not from its master.",
    rationale: """
      Each copy in between adds its age, drops fields that it does not need and gives words a meaning of \
      its own. Who reads the last one asks the wrong team when something is wrong with it.
      """,
    detection: """
      For master, reference, transactional, identity and configuration data: the copy that most copies \
      lie before, on the way with the fewest, has more than `most-copies` made before and with it. \
      Channels, gateways and integration apps pass on; calls that read make no copy; an app and its \
      store are one. One more is a note, two more a warning.
      """,
    remedy: """
      Fetch from the master, or from one app that distributes this data for all and says so.
      """,
    falsePositives:
      "The app in between enriches the data and is the master of what comes out: say so.",
    question: "When a value is wrong in the last copy, whom do its readers call?",
    references: [
      "Hohpe, Woolf: Enterprise Integration Patterns, chapter 1, Data replication",
      "Mendix documentation, Architecture best practices: Central data",
    ],
    examples: [
      RuleExample(
        "the mailings get customers from the shop, which got them from customer care",
        """
        apps:
          crm: Customer care
          shop: Web shop
          mail: Mailings
        data:
          ⟦customer⟧: { class: master, master: crm }
        links:
          - crm -> shop: exports customers
            via: sftp
            carries: [customer]
          - shop -> mail: exports customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "both get them from customer care",
        """
        apps:
          crm: Customer care
          shop: Web shop
          mail: Mailings
        channels:
          events: { name: Events, type: topic }
        data:
          customer: { class: master, master: crm }
        links:
          - { from: crm, to: events, via: topic, carries: [customer] }
          - { from: events, to: shop, via: topic, carries: [customer] }
          - { from: events, to: mail, via: topic, carries: [customer] }
        """),
      RuleExample(
        "measurements pass on by design, and a class that nobody gave is unknown",
        """
        apps:
          a: A
          b: B
          c: C
        data:
          reading: { class: event, master: a }
          thing: { master: a }
        links:
          - { from: a, to: b, via: sftp, carries: [reading, thing] }
          - { from: b, to: c, via: sftp, carries: [reading, thing] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isRelayed(_ chain: SolutionGraph.RelayWay, limit: Int) -> Self {
    """
    \(Wording.name(chain.data)) is copied \(chain.copies) times in a row (limit \(limit)): \
    \(Wording.chain(chain.path.elements))
    """
  }
}
