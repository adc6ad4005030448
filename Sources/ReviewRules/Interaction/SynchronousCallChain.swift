public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds requests that wait on a long chain of others.
public struct SynchronousCallChain: Rule {
  /// The most links that a request may wait on, one inside the other.
  public var maximumDepth = 2

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-depth", \.maximumDepth, in: 1...100,
      "The most links that a request may wait on, one inside the other (links)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    var tooDeep: [LinkID: [CallChain]] = [:]
    for chain in subject.graph.synchronousCallChains() {
      if chain.depth > maximumDepth {
        let shown = chain.path.links
        tooDeep[shown[min(maximumDepth, shown.count - 1)], default: []].append(chain)
      } else {
        verdicts.pass()
      }
    }
    for (link, chains) in tooDeep.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(finding(at: link, chains, in: subject.solution))
    }
  }

  /// Chains that pass the limit at one link are one finding, because one cut mends them all.
  private func finding(at id: LinkID, _ chains: [CallChain], in solution: Solution) -> Finding {
    let longest = chains.dropFirst().reduce(chains[0]) { $1.depth > $0.depth ? $1 : $0 }
    let link = solution.link(id)
    let option = link?.interaction == nil && link?.via != nil ? "via" : "interaction"
    return Finding(
      Self.descriptor, .waitsTooDeep(longest, limit: maximumDepth), at: .link(id, option),
      level: longest.depth == maximumDepth + 1 ? .note : nil,
      roles: [Finding.Role("link", .link(id))],
      evidence: Evidence(
        path: Evidence.steps(along: longest.path),
        figures: [
          .init("links in a row", "\(longest.depth)"), .init("limit", "\(maximumDepth)"),
          .init("starts", "\(chains.count)"),
        ],
        assumptions: ["Requests at '\(longest.start)' may run through the whole chain."]),
      related: chains.filter { $0.start != longest.start }.prefix(20).map {
        Finding.Related(.element($0.start), "waits on \($0.depth) links through the same one")
      },
      cures: [Cure(.makeAsynchronous(id)), Cure(.cut(id))])
  }

  public static let descriptor = RuleDescriptor(
    id: "synchronous-call-chain",
    title: "Synchronous call chain",
    family: .interaction,
    level: .warning,
    quality: .reliability,
    summary: "A request waits on more links in a row than the limit.",
    rationale: """
      Each link in the chain must answer before its caller can, so their times add up and their \
      outages become the caller's: availabilities multiply.
      """,
    detection: """
      The longest chain of functionally synchronous links from each element that people use, that \
      a flow starts at, or that calls and is not called, is above `maximum-depth`. Polls, \
      messages, screens and the hop to a store do not count. Chains that pass the limit at the \
      same link are one finding there: a note one link above the limit, a warning beyond.
      """,
    remedy: """
      Make the last links asynchronous, keep a copy of the data nearer to the start, or answer \
      from a cache.
      """,
    falsePositives: """
      The links of the chain serve different requests and never wait on each other; flows that \
      show the real journeys make that visible.
      """,
    question: "Which answers at the end of the chain does the person at its start really wait for?",
    references: [
      "Interservice communication in microservices: https://learn.microsoft.com/azure/architecture/microservices/design/interservice-communication"
    ],
    examples: [
      RuleExample(
        "the shop waits for the bank",
        """
        people:
          buyer: Buyer
        apps:
          shop: Web shop
          ordering: Ordering
          billing: Billing
          bank: Bank
        links:
          - buyer -> shop: places an order
            via: ui-web-link
          - shop -> ordering: submits the order
            via: rest
            timeout: 9s
          - ordering -> billing: asks for an invoice
            via: rest
            timeout: 6s
          - billing -> bank: collects the amount
            via: ⟦rest⟧
            timeout: 3s
        """),
      RuleExample(
        "billing collects the amount later",
        """
        people:
          buyer: Buyer
        apps:
          shop: Web shop
          ordering: Ordering
          billing: Billing
          bank: Bank
        links:
          - buyer -> shop: places an order
            via: ui-web-link
          - shop -> ordering: submits the order
            via: rest
            timeout: 9s
          - ordering -> billing: asks for an invoice
            via: rest
            timeout: 6s
          - billing -> bank: collects the amounts of the day
            via: sftp
        """),
      RuleExample(
        "two starts pass the limit at one link",
        """
        apps:
          shop: Web shop
          desk: Service desk
          ordering: Ordering
          billing: Billing
          bank: Bank
        links:
          - { from: shop, to: ordering, via: rest, timeout: 9s }
          - { from: desk, to: ordering, via: rest, timeout: 9s }
          - { from: ordering, to: billing, via: rest, timeout: 6s }
          - { from: billing, to: bank, interaction: ⟦sync⟧, timeout: 3s }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func waitsTooDeep(_ chain: CallChain, limit: Int) -> Self {
    """
    '\(chain.start)' waits on \(chain.depth) links in a row (limit \(limit)): \
    \(Wording.chain(chain.path.elements))
    """
  }
}
