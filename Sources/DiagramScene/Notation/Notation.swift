import SolutionModel

/// What shapes and words say about elements and links.
///
/// An icon and a colour family tell what an element is; the line below its name says the same in
/// words, with the technology. Small words on the card tell what is unusual about it: that others
/// run it, that it is planned or on its way out, that there are several of it.
enum Notation {
  /// The icon that the model asks for, or that of the type, or that of the kind.
  static func icon(for element: Element) -> Icon {
    if let name = element.icon, let icon = Icon(rawValue: name) { return icon }
    let type = element.type?.rawValue ?? ""
    return switch element.kind {
    case .person: Icon(rawValue: type) ?? .person
    case .system: systemIcons[type] ?? .system
    case .application: type == "ai" ? .ai : Icon(rawValue: type) ?? .service
    case .module: .module
    case .store: Icon(rawValue: type) ?? .relational
    case .channel: Icon(rawValue: type) ?? .queue
    }
  }

  private static let systemIcons: [String: Icon] = [
    "erp": .erp, "crm": .crm, "cms": .content, "dms": .document, "idp": .identity, "bi": .insight,
    "warehouse": .warehouse, "monitoring": .monitoring, "ci-cd": .pipeline, "saas": .cloud,
    "partner": .partner, "device-fleet": .devices, "ai": .ai, "mainframe": .mainframe,
  ]

  /// People keep their colour wherever they stand; other external elements share one.
  static func tone(for kind: ElementKind, isExternal: Bool) -> Tone {
    switch kind {
    case .person: .person
    case .system: isExternal ? .external : .system
    case .application: isExternal ? .external : .application
    case .module: isExternal ? .external : .module
    case .store: isExternal ? .external : .store
    case .channel: isExternal ? .external : .channel
    }
  }

  /// What an element is, in words: `web app`, `ERP system`, `topic`.
  static func noun(for element: Element) -> String {
    guard let type = element.type?.rawValue else { return element.kind.title }
    return nouns[element.kind]?[type] ?? type
  }

  private static let nouns: [ElementKind: [String: String]] = [
    .person: ["user": "user", "group": "group of people", "partner": "business partner"],
    .system: [
      "erp": "ERP system", "crm": "CRM system", "cms": "content management system",
      "dms": "document management system", "idp": "identity provider", "bi": "BI system",
      "warehouse": "data warehouse", "monitoring": "monitoring system", "ci-cd": "CI/CD system",
      "saas": "SaaS product", "partner": "partner's system", "device-fleet": "device fleet",
      "ai": "AI system", "mainframe": "mainframe", "other": "system",
    ],
    .application: [
      "web": "web app", "mobile": "mobile app", "service": "service", "api": "API",
      "batch": "batch app", "gateway": "gateway", "integration": "integration app",
      "portal": "portal", "function": "function", "ai": "AI app",
    ],
    .module: [
      "ui": "user interface", "logic": "logic module", "data": "data module",
      "integration": "integration module", "job": "job",
    ],
    .store: [
      "relational": "relational store", "document": "document store",
      "key-value": "key-value store", "graph": "graph store", "search": "search index",
      "cache": "cache", "file": "file store", "object": "object store", "lake": "data lake",
      "warehouse": "data warehouse",
    ],
    .channel: [
      "queue": "queue", "topic": "topic", "stream": "event stream", "bus": "message bus",
      "file-drop": "file drop",
    ],
  ]

  /// Tells by the line who waits for whom.
  static func stroke(for interaction: Interaction?) -> Arrow.Stroke {
    switch interaction {
    case .synchronous: .synchronous
    case .asynchronous: .asynchronous
    case .batch: .batch
    case .userInterface: .userInterface
    case nil: .unknown
    }
  }

  /// From the one that wins to the one that gives way.
  static let strokePrecedence: [Arrow.Stroke] = [
    .synchronous, .batch, .asynchronous, .userInterface, .unknown,
  ]

  /// For people.
  static func word(for stroke: Arrow.Stroke) -> String {
    switch stroke {
    case .synchronous: "synchronous"
    case .asynchronous: "asynchronous"
    case .batch: "batch"
    case .userInterface: "on screen"
    case .unknown: "interaction unknown"
    }
  }
}
