/// A refinement of an element's kind, such as `web` of an app.
///
/// A profile may add words.
public struct ElementType: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The built-in words for a kind, in the order in which help lists them.
  public static func known(for kind: ElementKind) -> [Self] { knownByKind[kind] ?? [] }

  private static let knownByKind: [ElementKind: [Self]] = [
    .person: ["user", "group", "partner"],
    .system: [
      "erp", "crm", "cms", "dms", "idp", "bi", "warehouse", "monitoring", "ci-cd", "saas",
      "partner", "device-fleet", "ai", "mainframe", "other",
    ],
    .application: [
      "web", "mobile", "service", "api", "batch", "gateway", "integration", "portal", "function",
      "ai",
    ],
    .module: ["ui", "logic", "data", "integration", "job"],
    .store: [
      "relational", "document", "key-value", "graph", "search", "cache", "file", "object", "lake",
      "warehouse",
    ],
    .channel: ["queue", "topic", "stream", "bus", "file-drop"],
  ].mapValues { $0.map(Self.init(rawValue:)) }

  public static let web = Self(rawValue: "web")
  public static let mobile = Self(rawValue: "mobile")
  public static let gateway = Self(rawValue: "gateway")
  public static let integration = Self(rawValue: "integration")
  public static let portal = Self(rawValue: "portal")
  public static let identityProvider = Self(rawValue: "idp")
  public static let monitoring = Self(rawValue: "monitoring")
  public static let deviceFleet = Self(rawValue: "device-fleet")
  public static let ai = Self(rawValue: "ai")
  public static let mainframe = Self(rawValue: "mainframe")
  public static let bus = Self(rawValue: "bus")
  public static let cache = Self(rawValue: "cache")
}
