public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds elements that the internet reaches while nothing stands before them.
public struct InternetWithoutGateway: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let skipping = Set(graph.trustJumps().filter { $0.levels > 1 }.map(\.link))
    let entries = Self.entries(in: graph, skipping)
    for vertex in entries.keys.sorted() {
      let links = entries[vertex] ?? []
      switch Self.guardianship(of: vertex, in: graph) {
      case .guarded: verdicts.pass()
      case .unknown:
        verdicts.unknown(missing: "type", ofElement: vertex)
      case .bare: verdicts.fail(Self.finding(vertex, links, in: graph))
      }
    }
  }

  /// By element of ours, the links on which the internet reaches it first.
  private static func entries(in graph: SolutionGraph, _ skipping: Set<Int>) -> [Int: [Int]] {
    var entries: [Int: [Int]] = [:]
    for (link, surroundings) in graph.linkSurroundings().enumerated() {
      guard let surroundings, surroundings.source.trust == .internet, !skipping.contains(link),
        !isFrontedByOption(graph.solution.links[link].via)
      else { continue }
      let id = graph.solution.links[link].through.first ?? graph.solution.links[link].destination
      guard let first = graph.solution.index(of: id), !graph.placements[first].isExternal,
        graph.placements[first].zone != graph.placements[surroundings.source.vertex].zone
      else { continue }
      entries[first, default: []].append(link)
    }
    return entries
  }

  /// Whether the option itself puts something in between.
  private static func isFrontedByOption(_ option: OptionID?) -> Bool {
    switch option?.text {
    case "cdn", "cms-proxy", "email", "push-notification", "oidc", "saml": true
    default: false
    }
  }

  private enum Guardianship { case guarded, bare, unknown }

  private static func guardianship(of vertex: Int, in graph: SolutionGraph) -> Guardianship {
    switch graph.solution.elements[vertex].kind {
    case .person: return .guarded
    case .store, .channel: return .bare
    case .system, .application, .module: break
    }
    switch graph.solution.elements[vertex].type?.rawValue {
    case nil: return .unknown
    case "gateway", "web", "mobile", "portal", "idp", "cms", "saas", "ui": return .guarded
    default: return .bare
    }
  }

  private static func finding(_ vertex: Int, _ links: [Int], in graph: SolutionGraph) -> Finding {
    let element = graph.solution.elements[vertex]
    let entries = links.map { graph.solution.links[$0] }
    return Finding(
      descriptor, .isBare(element, entries), at: .element(element.id),
      evidence: Evidence(
        path: Evidence.steps(along: Array(entries.prefix(1))),
        figures: [
          .init("type", element.type?.rawValue ?? element.kind.title),
          .init("links from the internet", "\(entries.count)"),
        ]),
      related: entries.prefix(20).map { Finding.Related(.link($0.id), "comes from the internet") })
  }

  public static let descriptor = RuleDescriptor(
    id: "internet-without-gateway",
    title: "Internet without a gateway",
    family: .security,
    level: .warning,
    weighs: [.criticality],
    quality: .security,
    summary: "The internet reaches a service, a store or a channel with nothing in front of it.",
    rationale: """
      What is on the internet is searched, tried and flooded within the hour. A gateway ends the \
      connection, refuses what has the wrong form, counts and limits calls, and can be patched \
      tonight; the service behind was built to do something else.
      """,
    detection: """
      A link in use comes from a zone of trust `internet` and first meets an element of ours in \
      another zone that is a store, a channel, or an app or system of a `type` other than `gateway`, \
      `web`, `mobile`, `portal`, `idp`, `cms` and `saas`. Stops in `through` come first; `cdn` and \
      `cms-proxy` count as something in front. Without `type` it is unknown. What goes deeper than \
      one zone is left to `trust-border-skipped`.
      """,
    remedy: """
      Put a gateway or a reverse proxy at the edge, with limits on rate and size, and name it in \
      `through`.
      """,
    falsePositives: """
      The platform has such a gateway built in before every app: model it, it is worth knowing.
      """,
    question: "What happens to this element at a thousand strange requests a second?",
    references: [
      "OWASP API Security Top 10 2023, API4: Unrestricted Resource Consumption: https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
      "Threagile, risk rule unguarded-access-from-internet",
    ],
    examples: [
      RuleExample(
        "a partner's program calls the order service from the internet",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
        systems:
          partner: { name: Partner, external: true, zone: web }
        apps:
          ⟦orders⟧: { name: Orders, type: service, zone: edge }
        links:
          - partner -> orders: places orders
            via: rest
        """),
      RuleExample(
        "a gateway stands before it",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
        systems:
          partner: { name: Partner, external: true, zone: web }
        apps:
          gateway: { name: Gateway, type: gateway, zone: edge }
          orders: { name: Orders, type: service, zone: edge }
        links:
          - partner -> orders: places orders
            via: rest
            through: [gateway]
        """),
      RuleExample(
        "a web page is made for it, a queue is not, and an app without a type is unknown",
        """
        zones:
          web: { trust: internet }
          edge: { trust: dmz }
        people:
          buyer: { name: Buyer, zone: web }
        apps:
          shop: { name: Shop, type: web, zone: edge }
          thing: { name: Thing, zone: edge }
        channels:
          ⟦readings⟧: { name: Readings, type: queue, zone: edge }
        links:
          - { from: buyer, to: shop, via: ui-web-link }
          - { from: buyer, to: thing, via: ui-web-link }
          - { from: buyer, to: readings, via: mqtt }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func isBare(_ element: Element, _ links: [Link]) -> Self {
    let what = element.type?.rawValue ?? element.kind.title
    return """
      '\(element.id)' (\(what)) is reached from the internet on \
      \(Wording.count(links.count, "link")), with nothing in front of it
      """
  }
}
