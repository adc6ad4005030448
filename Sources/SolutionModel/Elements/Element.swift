/// Anything in a solution that has an identifier and can use others: a person, a system, an app, a
/// module, a store or a channel.
///
/// Stored properties hold what the model declares; nil means that it does not say.
public struct Element: Hashable, Sendable, Identifiable {
  public let id: ElementID
  public let kind: ElementKind
  /// The system or app around it.
  public let parent: ElementID?
  /// The declared name, or the last part of the id.
  public var name: String
  public var summary: String?
  /// Markdown.
  public var description: String?
  public var type: ElementType?
  public var technology: String?
  public var owner: TeamID?
  public var domain: DomainID?
  public var zone: ZoneID?
  public var tags: [String] = []
  public var isExternal: Bool?
  public var lifecycle: Lifecycle?
  public var endOfLife: CalendarDate?
  public var goLive: CalendarDate?
  public var criticality: Criticality?

  /// Of one instance.
  public var availability: Availability?
  /// Its own processing time, p95, without what it waits for.
  public var latency: Duration?
  public var instances: Int?
  /// How many of the instances must be up; 1 when not declared.
  public var needs: Int?
  public var failover: Failover?
  /// The element that runs it, such as a cloud, a cluster or a host: it fails with that.
  public var provider: ElementID?
  /// The recovery time objective.
  public var rto: Duration?
  /// The recovery point objective.
  public var rpo: Duration?
  /// What it can serve with all instances.
  public var capacity: Rate?
  /// When it must serve: `24x7`, `business-hours`, or a wording of its own.
  public var serviceHours: String?
  /// False when nobody may or can change it.
  public var isChangeable: Bool?
  public var healthCheck: HealthCheck?
  public var monitoring: Monitoring?

  public var documents: [String] = []
  public var decisions: [String] = []
  public var icon: String?
  /// Where to read more; `https`, `http`, `mailto` or a relative path.
  public var link: String?
  public var todo: String?
  public var fields: [String: FieldValue] = [:]
  /// The whole ids that it had before, the oldest first.
  public var formerly: [ElementID] = []

  public init(id: ElementID, kind: ElementKind, parent: ElementID? = nil, name: String? = nil) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.name = name ?? String(id.lastPart)
  }
}
