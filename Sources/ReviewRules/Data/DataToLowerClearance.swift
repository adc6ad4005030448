public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds confidential data that comes to rest in a zone that is not trusted enough for it.
public struct DataToLowerClearance: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    guard graph.solution.zones.contains(where: { $0.trust != nil }) else { return }
    var below: [ElementID: [DataPlace]] = [:]
    for place in graph.dataPlaces() where Self.isAtRest(place.role) {
      guard let vertex = graph.solution.index(of: place.element),
        let master = place.master.flatMap({ graph.solution.index(of: $0) }),
        !graph.placements[vertex].isExternal, let home = graph.trust(at: master)
      else { continue }
      guard let trust = graph.trust(at: vertex) else {
        verdicts.unknown(missing: [.element(place.element, "zone")])
        continue
      }
      guard trust < home, let clearance = trust.clearance else {
        verdicts.pass()
        continue
      }
      guard let confidentiality = subject.solution.data(place.data)?.confidentiality else {
        verdicts.unknown(missing: [.data(place.data, "confidentiality")])
        continue
      }
      if confidentiality > clearance {
        below[place.element, default: []].append(place)
      } else {
        verdicts.pass()
      }
    }
    for (element, places) in below.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(Self.finding(element, places, graph))
    }
  }

  private static func isAtRest(_ role: DataPlace.Role) -> Bool {
    switch role {
    case .copy, .store, .receiver: true
    case .master, .reader, .channel: false
    }
  }

  private static func finding(
    _ element: ElementID, _ places: [DataPlace], _ graph: SolutionGraph
  ) -> Finding {
    let vertex = graph.solution.index(of: element) ?? 0
    let trust = graph.trust(at: vertex)
    let zone = graph.placements[vertex].zone?.text ?? "unknown"
    var figures: [Evidence.Figure] = [
      .init("zone", zone, basis: trust.map { "trust \($0.rawValue)" }),
      .init(
        "clearance", trust?.clearance?.rawValue ?? "unknown", basis: "what such a zone may keep"),
    ]
    figures += places.prefix(5).map { place in
      .init(
        "confidentiality of \(place.data)",
        graph.solution.data(place.data)?.confidentiality?.rawValue ?? "unknown")
    }
    return Finding(
      descriptor, .keeps(element, zone, places), at: .element(element),
      evidence: Evidence(path: Evidence.steps(along: places[0].path), figures: figures),
      related: places.prefix(20).map { Finding.Related(.data($0.data), "comes to rest there") })
  }

  public static let descriptor = RuleDescriptor(
    id: "data-to-lower-clearance",
    title: "Data to lower clearance",
    family: .data,
    level: .warning,
    weighs: [.exposure],
    quality: .security,
    summary: "Data comes to rest in a zone that is not trusted enough for its confidentiality.",
    rationale: """
      A zone is guarded for what was meant to be in it. A copy of confidential data in the zone that faces \
      the internet has the protection of that zone, whatever guards the original.
      """,
    detection: """
      An element that keeps data (a copy, a store, a receiver of messages, polls or files) lies in a zone \
      of less `trust` than its master, and that zone may keep less: `device` and `dmz` up to internal, \
      `internal` up to confidential data. Elements outside are judged by \
      `confidential-data-leaves-its-zone`.
      """,
    remedy: """
      Move the copy behind the border and let the element ask for what it shows, or give it a part that \
      is not confidential.
      """,
    falsePositives:
      "The zone is guarded better than its trust says: give it the trust that it has.",
    question: "What could somebody read who got into this zone and no further?",
    references: [
      "NIST SP 800-53, AC-4 Information Flow Enforcement",
      "Bell, LaPadula: Secure Computer Systems: Mathematical Foundations, MITRE 1973",
    ],
    examples: [
      RuleExample(
        "a copy of all customers in the zone that faces the internet",
        """
        zones:
          edge: { name: Edge, trust: dmz }
          services: { name: Services, trust: internal }
        apps:
          crm: { name: Customer care, zone: services }
          ⟦portal⟧: { name: Portal, zone: edge }
        data:
          customer: { master: crm, confidentiality: confidential }
        links:
          - crm -> portal: copies customers
            via: sftp
            carries: [customer]
        """),
      RuleExample(
        "the portal asks for the one customer who is signed on",
        """
        zones:
          edge: { name: Edge, trust: dmz }
          services: { name: Services, trust: internal }
        apps:
          crm: { name: Customer care, zone: services }
          portal: { name: Portal, zone: edge }
        data:
          customer: { master: crm, confidentiality: confidential }
        links:
          - portal -> crm: asks for a customer
            via: graphql
            timeout: 2s
            carries: [customer]
        """),
      RuleExample(
        "secrets leave the restricted zone; internal data may, and confidential data as well",
        """
        zones:
          vault: { name: Vault, trust: restricted }
          office: { name: Office, trust: internal }
        apps:
          keys: { name: Keys, zone: vault }
          ⟦desk⟧: { name: Desk, zone: office }
          wiki: { name: Wiki, zone: office }
        data:
          key: { master: keys, confidentiality: secret }
          rota: { master: keys, confidentiality: confidential }
        links:
          - { from: keys, to: desk, via: sftp, carries: [key] }
          - { from: keys, to: wiki, via: sftp, carries: [rota] }
        """, testOnly: true),
    ])
}

extension Zone.Trust {
  /// The most confidential data that may rest in such a zone; nil where all may, or where those rule
  /// who are outside.
  fileprivate var clearance: DataObject.Confidentiality? {
    switch self {
    case .internet, .partner, .restricted: nil
    case .device, .dmz: .internal
    case .internal: .confidential
    }
  }
}

extension Finding.Message {
  fileprivate static func keeps(
    _ element: ElementID, _ zone: String, _ places: [DataPlace]
  ) -> Self {
    """
    \(Wording.name(element)) keeps data above the clearance of its zone '\(zone)': \
    \(Wording.list(places.map(\.data.text)))
    """
  }
}
