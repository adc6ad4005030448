public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that one transaction calls again and again.
public struct ChattyLink: Rule {
  /// The most calls of one link in one transaction.
  public var maximumCalls = 5

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "maximum-calls", \.maximumCalls, in: 1...1000,
      "The most calls of one link in one transaction (calls)")
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let solution = subject.solution
    let loops = Self.loops(of: solution)
    for index in solution.links.indices {
      let traits = subject.graph.traits[index]
      guard traits.isInUse, traits.isFunctionallySynchronous, traits.interaction == .synchronous
      else { continue }
      let calls = solution.links[index].volume.calls
      guard calls != nil || loops[index] != nil else { continue }
      let link = solution.links[index]
      guard calls != nil || solution.element(link.destination)?.kind != .store else { continue }
      if calls != nil { verdicts.used(.link(link.id, "calls")) }
      if let calls, calls > maximumCalls {
        verdicts.fail(finding(link, calls: calls, in: nil))
      } else if let loop = loops[index], Self.calls(calls, in: loop) > maximumCalls {
        verdicts.fail(finding(link, calls: Self.calls(calls, in: loop), in: loop))
      } else {
        verdicts.pass()
      }
    }
  }

  /// How often one run of a flow takes a link.
  private struct Loop {
    let flow: FlowID
    let times: Int
  }

  /// By the place of the link, the flow that takes it most often, where that is more than once.
  private static func loops(of solution: Solution) -> [Int: Loop] {
    var loops: [Int: Loop] = [:]
    for flow in solution.flows {
      for use in flow.uses where use.times > 1 {
        guard let index = solution.index(of: use.link), use.times > loops[index]?.times ?? 1
        else { continue }
        loops[index] = Loop(flow: flow.id, times: use.times)
      }
    }
    return loops
  }

  private static func calls(_ calls: Int?, in loop: Loop) -> Int {
    let (product, overflow) = (calls ?? 1).multipliedReportingOverflow(by: loop.times)
    return overflow ? .max : product
  }

  private func finding(_ link: Link, calls: Int, in loop: Loop?) -> Finding {
    var figures: [Evidence.Figure] = [
      .init("calls in one transaction", "\(calls)"), .init("limit", "\(maximumCalls)"),
    ]
    if let loop { figures.append(.init("repeats in '\(loop.flow)'", "\(loop.times)")) }
    if let latency = link.timing.latency {
      figures.append(
        .init(
          "time one after another",
          Wording.duration(seconds: latency / .seconds(1) * Double(calls)),
          basis: "p95 of the link times the calls"))
    }
    return Finding(
      Self.descriptor, .callsAgainAndAgain(link, calls, limit: maximumCalls, in: loop?.flow),
      at: loop.map { .flow($0.flow, "steps") } ?? .link(link.id, "calls"),
      level: calls <= maximumCalls * 4 ? .note : nil,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures),
      related: loop == nil ? [] : [.init(.link(link.id), "the link that is repeated")])
  }

  public static let descriptor = RuleDescriptor(
    id: "chatty-link",
    title: "Chatty link",
    family: .coupling,
    level: .warning,
    quality: .performanceEfficiency,
    summary: "One transaction makes many synchronous calls over one link.",
    rationale: """
      Every call pays for the way there and back, and every call can fail. Many small ones in a \
      row make the screen slow whatever the destination does, and mean that two parts share one \
      job.
      """,
    detection: """
      For a functionally synchronous link: `calls`, or `calls` times the repeats around its step \
      in a flow, is above `maximum-calls`. A note up to four times the limit, a warning beyond. \
      Steps to a store count only where the link declares `calls`.
      """,
    remedy: """
      Offer one operation that answers the whole question, read in pages or sets, or keep a copy \
      of the data nearer.
      """,
    falsePositives: """
      The calls run beside one another or in one connection with hardly any delay, and the \
      destination is sized for them.
      """,
    question: "What does the transaction need to know, and could it ask for that once?",
    references: [
      "Chatty I/O antipattern: https://learn.microsoft.com/azure/architecture/antipatterns/chatty-io/"
    ],
    examples: [
      RuleExample(
        "a page asks the catalog once for each of its items",
        """
        apps:
          shop: Web shop
          catalog: Catalog
        links:
          - shop -> catalog: looks up an item
            via: rest
            timeout: 1s
            calls: ⟦40⟧
        """),
      RuleExample(
        "the page asks for all items at once",
        """
        apps:
          shop: Web shop
          catalog: Catalog
        links:
          - shop -> catalog: looks up the items
            via: rest
            timeout: 1s
            calls: 1
        """),
      RuleExample(
        "a flow repeats the call",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - { from: shop, to: stock, via: rest, timeout: 1s }
        flows:
          reserve:
            name: Reserve a basket
            ⟦steps⟧:
              - repeat: 20
                steps: [shop -> stock]
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func callsAgainAndAgain(
    _ link: Link, _ calls: Int, limit: Int, in flow: FlowID?
  )
    -> Self
  {
    let place = flow.map { "one run of '\($0)'" } ?? "one transaction"
    return "\(Wording.name(link)) is called \(calls) times in \(place) (limit \(limit))"
  }
}
