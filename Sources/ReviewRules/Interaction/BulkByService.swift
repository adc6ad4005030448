public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds many records that go one by one through a service.
public struct BulkByService: Rule {
  /// How many records a service may take one by one.
  public var mostRecords = 50_000
  /// From where on it is more than a doubt.
  public var farTooMany = 500_000

  public init() {}

  public static let settings: [RuleSetting<Self>] = [
    .integer(
      "most-records", \.mostRecords, in: 1...1_000_000_000,
      "How many records a service may take one by one (records)"),
    .integer(
      "far-too-many", \.farTooMany, in: 1...1_000_000_000,
      "From where on it is a warning and no note (records)"),
  ]

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let links = subject.solution.links
    for index in links.indices
    where subject.graph.traits[index].isInUse
      && subject.graph.traits[index].category == .service
    {
      guard let records = links[index].volume.perRun else { continue }
      verdicts.used("per-run", ofLink: index)
      if records > mostRecords {
        verdicts.fail(finding(links[index], records))
      } else {
        verdicts.pass()
      }
    }
  }

  private func finding(_ link: Link, _ records: Int) -> Finding {
    var figures: [Evidence.Figure] = [
      .init("records", "\(records)"), .init("limit", "\(mostRecords)"),
    ]
    if let latency = link.timing.latency {
      let time = min(latency / .seconds(1) * Double(records), 1e12)
      figures.append(.init("latency", Wording.duration(latency)))
      figures.append(
        .init("one after the other", Wording.duration(seconds: time), basis: "records × latency"))
    }
    return Finding(
      Self.descriptor, .sendsOneByOne(link, records, limit: mostRecords),
      at: .link(link.id, "per-run"), level: records > farTooMany ? nil : .note,
      evidence: Evidence(path: Evidence.steps(along: [link]), figures: figures))
  }

  public static let descriptor = RuleDescriptor(
    id: "bulk-by-service",
    title: "Bulk by service",
    family: .interaction,
    level: .warning,
    quality: .performanceEfficiency,
    summary: "A run sends many records one by one through a service.",
    rationale: """
      Each record pays for a request: a million calls of 50 ms are 14 hours. Sent in parallel they take \
      the service away from those it was built for, and a failure in the middle leaves nobody knowing \
      what arrived.
      """,
    detection: """
      The option is a service (REST, SOAP, OData, gRPC and the like) and `per-run` is above \
      `most-records`: a note, and a warning above `far-too-many`. Where a `latency` is declared, the \
      finding says how long the run takes one after the other.
      """,
    remedy: """
      Hand over a file (`via: sftp`, `object-store`), load with `etl`, send only what changed, or let \
      the service take blocks.
      """,
    falsePositives: "The service takes many records in one call: declare calls, and not records.",
    question: "If the run stops after half of the records, how does it go on?",
    references: ["Mendix documentation, Architecture best practices: Batch integration"],
    examples: [
      RuleExample(
        "a million articles, one call each",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: updates the articles
            via: rest
            trigger: schedule
            schedule: daily 01:00
            per-run: ⟦1000000⟧
            latency: 50ms
        """),
      RuleExample(
        "a million articles in a file",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
        links:
          - erp -> shop: updates the articles
            via: sftp
            schedule: daily 01:00
            per-run: 1000000
        """),
      RuleExample(
        "a hundred thousand are a note, five thousand are nothing",
        """
        systems:
          erp: ERP
        apps:
          shop: Web shop
          stock: Stock
        links:
          - { from: shop, to: erp, via: rest-pull, poll: 24h, per-run: ⟦100000⟧ }
          - { from: stock, to: erp, via: rest-pull, poll: 24h, per-run: 5000 }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func sendsOneByOne(_ link: Link, _ records: Int, limit: Int) -> Self {
    "\(Wording.name(link)) sends \(records) records one by one through a service (limit \(limit))"
  }
}
