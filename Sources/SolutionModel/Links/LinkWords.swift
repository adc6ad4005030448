/// How far a link is between an idea and its end.
///
/// Only retired links are left out of the graphs.
public enum LinkStatus: String, Hashable, Sendable, CaseIterable {
  case idea, proposed, agreed, live, deprecated, retired
}

/// What the source does with the data of the destination.
public enum Operation: String, Hashable, Sendable, CaseIterable {
  case read, create, update, delete, command, event

  /// Whether doing it twice can do harm.
  public var changesState: Bool {
    switch self {
    case .read, .event: false
    case .create, .update, .delete, .command: true
    }
  }
}

/// Which way the payload runs, seen from the side that starts the interaction.
public enum DataFlowDirection: String, Hashable, Sendable, CaseIterable {
  /// From the source to the destination.
  case push
  /// From the destination to the source.
  case pull
  case both, none
}

/// Whether and how the source waits.
public enum Interaction: String, Hashable, Sendable, CaseIterable {
  /// The caller waits for the reply.
  case synchronous = "sync"
  /// The caller goes on without a reply.
  case asynchronous = "async"
  /// Many records at once, at a time of its own.
  case batch
  /// A person crosses from one to the other on a screen.
  case userInterface = "ui"
}

/// What sets an interaction off.
public enum Trigger: String, Hashable, Sendable, CaseIterable {
  case user, call, event, change, schedule, poll, continuous, manual

  /// Whether somebody waits for what follows: a person, a caller or a business event.
  public var isImmediate: Bool {
    switch self {
    case .user, .call, .event: true
    case .change, .schedule, .poll, .continuous, .manual: false
    }
  }
}

/// How much the data changes on its way.
public enum Transformation: String, Hashable, Sendable, CaseIterable {
  case none, light, heavy
}

/// Whether the source can do its work without the destination.
public enum Need: String, Hashable, Sendable, CaseIterable {
  case hard, soft
}

/// What the source does while the destination does not answer.
public enum Fallback: String, Hashable, Sendable, CaseIterable {
  case none
  /// Answers from a copy.
  case cache
  /// Answers with a fixed value.
  case fixed = "static"
  /// Stores the work and tries again.
  case queue
  /// Hides the function.
  case disable
  /// People take over.
  case manual
  /// Uses another element.
  case alternative
}

/// The wait between attempts.
public enum Backoff: String, Hashable, Sendable, CaseIterable {
  case none, fixed, incremental, exponential
}

/// How often a message may arrive (Enterprise Integration Patterns, *guaranteed delivery*).
public enum Delivery: String, Hashable, Sendable, CaseIterable {
  case atMostOnce = "at-most-once"
  case atLeastOnce = "at-least-once"
  case exactlyOnce = "exactly-once"
}

/// Which messages must stay in order.
public enum Ordering: String, Hashable, Sendable, CaseIterable {
  case none
  case perKey = "per-key"
  case global
}

/// How a change of data and the message about it are kept together.
public enum Outbox: String, Hashable, Sendable, CaseIterable {
  case none
  case internalQueue = "internal-queue"
  case outbox
  case changeDataCapture = "cdc"
}

/// How the source proves who it is.
public enum Authentication: String, Hashable, Sendable, CaseIterable {
  case none
  case apiKey = "api-key"
  case basic
  case oauth2, oidc, saml, mtls
  case sshKey = "ssh-key"
  case kerberos
  /// A signature over the payload.
  case signed
  case certificate
}

/// In whose name the destination decides.
public enum Authorization: String, Hashable, Sendable, CaseIterable {
  case none
  case technicalUser = "technical-user"
  case endUser = "end-user"
}

/// What protects the data on its way.
public enum Encryption: String, Hashable, Sendable, CaseIterable {
  case none, tls, mtls, vpn, message
}

/// Where messages go that nobody can process (Enterprise Integration Patterns, *dead letter
/// channel*).
public enum DeadLetter: Hashable, Sendable {
  case none
  /// The broker keeps them itself.
  case platform
  case channel(ElementID)
}

/// What an interface is described in.
public enum ContractKind: String, Hashable, Sendable, CaseIterable {
  case none, openapi, wsdl, asyncapi, odata, graphql, protobuf, avro, xsd
  case csvLayout = "csv-layout"
  case ediGuide = "edi-guide"
  case other
}
