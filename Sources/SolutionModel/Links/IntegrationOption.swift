/// The name of an integration option, the word of `via:`.
public struct OptionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  /// Its place in the catalogue, if it is there: looked up once, and asked for again and again.
  fileprivate let place: Int?

  public init(_ text: String) { self.init(text, at: IntegrationOption.places[text]) }

  fileprivate init(_ text: String, at place: Int?) {
    self.text = text
    self.place = place
  }

  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// One way to connect two elements, with what follows from choosing it.
public struct IntegrationOption: Hashable, Sendable {
  /// The basic solution that an option belongs to.
  public enum Category: String, Hashable, Sendable, CaseIterable {
    case userInterface = "ui"
    case service, event, batch
    case centralData = "central-data"
    case identity
  }

  public let id: OptionID
  public let title: String
  public let category: Category
  public let interaction: Interaction
  public let trigger: Trigger
  /// Nil where the option does not decide it.
  public let dataFlow: DataFlowDirection?
  /// Nil where the caller learns the outcome, or no message travels.
  public let delivery: Delivery?
  /// How a model declares it, such as `via: rest`; kept ready, because every default names it.
  let declaration: String

  /// Fails for a name that the catalogue does not have.
  public init?(id: OptionID) {
    guard let place = id.place else { return nil }
    self = Self.catalogue[place]
  }

  private init(
    _ id: String, _ title: String, _ category: Category, _ interaction: Interaction,
    _ trigger: Trigger, _ dataFlow: DataFlowDirection?, _ delivery: Delivery?
  ) {
    self.id = OptionID(id, at: nil)
    self.title = title
    self.category = category
    self.interaction = interaction
    self.trigger = trigger
    self.dataFlow = dataFlow
    self.delivery = delivery
    declaration = "via: \(id)"
  }

  /// Whether it reaches into tables, views or procedures of a database.
  public var isDatabaseAccess: Bool { category == .centralData }

  /// Whether messages rest in a broker on their way.
  public var usesBroker: Bool {
    switch id.text {
    case "queue", "topic", "stream", "mqtt": true
    default: false
    }
  }

  fileprivate static let places = Dictionary(
    uniqueKeysWithValues: zip(catalogue.lazy.map(\.id.text), 0...))

  /// All options, grouped by category.
  public static let catalogue: [Self] = options.enumerated().map { Self($1, at: $0) }

  private init(_ other: Self, at place: Int) {
    id = OptionID(other.id.text, at: place)
    title = other.title
    category = other.category
    interaction = other.interaction
    trigger = other.trigger
    dataFlow = other.dataFlow
    delivery = other.delivery
    declaration = other.declaration
  }

  private static let options: [Self] = [
    Self("rest", "REST call", .service, .synchronous, .user, nil, nil),
    Self(
      "rest-pull", "REST pull (scheduled delta)", .service, .asynchronous, .poll, .pull,
      .atLeastOnce),
    Self(
      "rest-async", "REST with status or callback", .service, .asynchronous, .call, .push,
      .atLeastOnce),
    Self("odata", "OData", .service, .synchronous, .user, nil, nil),
    Self("graphql", "GraphQL", .service, .synchronous, .user, .pull, nil),
    Self("grpc", "gRPC", .service, .synchronous, .call, nil, nil),
    Self("soap", "SOAP", .service, .synchronous, .call, nil, nil),
    Self("rpc", "Legacy RPC", .service, .synchronous, .call, nil, nil),
    Self(
      "queue-internal", "Queue inside the app", .event, .asynchronous, .event, .push, .atLeastOnce),
    Self("queue", "Message queue", .event, .asynchronous, .event, .push, .atLeastOnce),
    Self("topic", "Publish and subscribe", .event, .asynchronous, .event, .push, .atLeastOnce),
    Self("stream", "Event stream", .event, .asynchronous, .continuous, .push, .atLeastOnce),
    Self("mqtt", "MQTT telemetry", .event, .asynchronous, .continuous, .push, .atMostOnce),
    Self("webhook", "Webhook", .event, .asynchronous, .event, .push, .atLeastOnce),
    Self("cdc", "Change data capture", .event, .asynchronous, .change, .push, .atLeastOnce),
    Self("sftp", "File by SFTP", .batch, .batch, .schedule, .push, .atLeastOnce),
    Self(
      "shared-folder", "File in a shared folder", .batch, .batch, .schedule, .push, .atLeastOnce),
    Self("mft", "Managed file transfer", .batch, .batch, .schedule, .push, .atLeastOnce),
    Self("object-store", "File in an object store", .batch, .batch, .schedule, .push, .atLeastOnce),
    Self("etl", "Extract, transform, load", .batch, .batch, .schedule, .pull, .atLeastOnce),
    Self("db-dump", "Database dump", .batch, .batch, .schedule, .pull, .atLeastOnce),
    Self("manual-file", "File carried by hand", .batch, .batch, .manual, .push, .atMostOnce),
    Self("edi", "EDI", .batch, .batch, .schedule, .push, .atLeastOnce),
    Self("sql", "SQL to a database of its own", .centralData, .synchronous, .call, .both, nil),
    Self(
      "db-view", "Database view of another system", .centralData, .synchronous, .call, .pull, nil),
    Self(
      "db-procedure", "Stored procedure of another system", .centralData, .synchronous, .call,
      .push, nil),
    Self("shared-db", "Shared database", .centralData, .synchronous, .call, .both, nil),
    Self(
      "ui-web-link", "Web link", .userInterface, .userInterface, .user, DataFlowDirection.none, nil),
    Self(
      "ui-deep-link", "Deep link", .userInterface, .userInterface, .user, DataFlowDirection.none,
      nil),
    Self("ui-embed", "Embedded page or widget", .userInterface, .userInterface, .user, .pull, nil),
    Self(
      "cms-proxy", "Pane behind a reverse proxy", .userInterface, .userInterface, .user, .pull, nil),
    Self("cdn", "Content delivery network", .userInterface, .userInterface, .user, .pull, nil),
    Self("rpa", "Screen automation", .userInterface, .batch, .schedule, .push, .atMostOnce),
    Self("oidc", "OpenID Connect", .identity, .synchronous, .user, DataFlowDirection.none, nil),
    Self("saml", "SAML", .identity, .synchronous, .user, DataFlowDirection.none, nil),
    Self("ldap", "LDAP", .identity, .synchronous, .call, .pull, nil),
    Self("scim", "SCIM provisioning", .identity, .asynchronous, .change, .push, .atLeastOnce),
    Self("email", "E-mail", .event, .asynchronous, .event, .push, .atMostOnce),
    Self(
      "push-notification", "Push notification", .event, .asynchronous, .event, .push, .atMostOnce),
    Self("ai-api", "AI service", .service, .synchronous, .call, .both, nil),
    Self(
      "ai-embedded", "Embedded AI model", .service, .synchronous, .call, DataFlowDirection.none, nil
    ),
    Self(
      "monitoring-push", "Monitoring agent", .event, .asynchronous, .continuous, .push, .atMostOnce),
    Self("platform-api", "Platform API", .service, .synchronous, .call, .push, nil),
  ]
}
