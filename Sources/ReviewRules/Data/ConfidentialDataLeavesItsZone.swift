public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds confidential data that comes to somebody outside whom the model does not name as a keeper.
public struct ConfidentialDataLeavesItsZone: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    var leaving: [ElementID: [DataPlace]] = [:]
    for place in graph.dataPlaces() where place.role != .master && place.role != .channel {
      guard let vertex = graph.solution.index(of: place.element), let master = place.master,
        let home = graph.solution.index(of: master), Self.isOutside(vertex, in: graph),
        !Self.isOutside(home, in: graph)
      else { continue }
      guard let confidentiality = subject.solution.data(place.data)?.confidentiality else {
        verdicts.unknown(missing: [.data(place.data, "confidentiality")])
        continue
      }
      if confidentiality < .confidential || place.role == .copy {
        verdicts.pass()
      } else {
        leaving[place.element, default: []].append(place)
      }
    }
    for (element, places) in leaving.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(element, places, graph))
    }
  }

  /// Whether somebody else runs it, or it lies where others do.
  private static func isOutside(_ vertex: Int, in graph: SolutionGraph) -> Bool {
    if graph.placements[vertex].isExternal { return true }
    switch graph.trust(at: vertex) {
    case .internet, .partner: return true
    case .device, .dmz, .internal, .restricted, nil: return false
    }
  }

  private static func finding(
    _ element: ElementID, _ places: [DataPlace], _ graph: SolutionGraph
  ) -> Finding {
    let first = places[0]
    let vertex = graph.solution.index(of: element)
    let zone = vertex.flatMap { graph.placements[$0].zone }
    let trust = vertex.flatMap { graph.trust(at: $0) }
    var figures = places.prefix(5).map { place in
      Evidence.Figure(
        "confidentiality of \(place.data)",
        graph.solution.data(place.data)?.confidentiality?.rawValue ?? "unknown")
    }
    if let zone {
      figures.append(.init("zone", zone.text, basis: trust.map { "trust \($0.rawValue)" }))
    }
    if vertex.map({ graph.placements[$0].isExternal }) == true {
      figures.append(.init("external", "true"))
    }
    return Finding(
      descriptor, .leaves(element, places), at: .element(element),
      evidence: Evidence(path: Evidence.steps(along: first.path), figures: figures),
      related: places.prefix(20).map {
        Finding.Related(.data($0.data, "copies"), "does not list it")
      },
      remedy: """
        Send \(Wording.name(element)) only what it needs, or list it in the `copies` of what it may \
        keep, which says that its owner agreed.
        """)
  }

  public static let descriptor = RuleDescriptor(
    id: "confidential-data-leaves-its-zone",
    title: "Confidential data leaves its zone",
    family: .data,
    level: .warning,
    quality: .security,
    summary:
      "Confidential data comes to an element outside that nobody named as one of its keepers.",
    rationale: """
      Encryption protects the way and not the end of it: who has received data decides alone who sees \
      it, where it is kept and when it is deleted. Most leaks are of data that was handed over properly \
      to somebody who did not need it.
      """,
    detection: """
      Data with `confidentiality` confidential or secret comes from a master inside, by links that carry \
      it in a known direction, to an element that is external or lies in a zone of trust `partner` or \
      `internet`, and that its `copies` do not list.
      """,
    remedy: """
      Send only what the receiver needs, replace what names a person or a contract, or list the receiver \
      in `copies`: then its owner has agreed, and it can be found.
      """,
    falsePositives:
      "The receiver gets a part that is not confidential: describe it as data of its own.",
    question: "Who allowed this receiver to have it, and what must it do when asked to delete it?",
    references: [
      "ISO/IEC 27002:2022, 5.14 Information transfer",
      "OWASP Top 10 Privacy Risks: https://owasp.org/www-project-top-10-privacy-risks/",
    ],
    examples: [
      RuleExample(
        "the carrier gets whole orders",
        """
        apps:
          ordering: Ordering
          ⟦carrier⟧: { name: Carrier, external: true }
        data:
          order: { master: ordering, confidentiality: confidential }
        links:
          - ordering -> carrier: orders the collection
            via: webhook
            carries: [order]
        """),
      RuleExample(
        "it gets a label, and is a known keeper of it",
        """
        apps:
          ordering: Ordering
          carrier: { name: Carrier, external: true }
        data:
          order: { master: ordering, confidentiality: confidential }
          label: { master: ordering, confidentiality: confidential, copies: [{ in: carrier }] }
        links:
          - ordering -> carrier: orders the collection
            via: webhook
            carries: [label]
        """),
      RuleExample(
        "over a relay into a partner's zone; what is internal may go, and the unknown is open",
        """
        zones:
          own: { name: Own, trust: internal }
          partners: { name: Partners, trust: partner }
        apps:
          ordering: { name: Ordering, zone: own }
          hub: { name: Hub, zone: own }
          ⟦mail⟧: { name: Mailings, zone: partners }
        data:
          order: { master: ordering, confidentiality: secret }
          article: { master: ordering, confidentiality: internal }
          offer: { master: ordering }
        links:
          - { from: ordering, to: hub, via: sftp, carries: [order, article, offer] }
          - { from: hub, to: mail, via: sftp, carries: [order, article, offer] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func leaves(_ element: ElementID, _ places: [DataPlace]) -> Self {
    """
    confidential data comes to \(Wording.name(element)) outside, which is not among its copies: \
    \(Wording.list(places.map(\.data.text)))
    """
  }
}
