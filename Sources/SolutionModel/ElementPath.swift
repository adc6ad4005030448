/// The name of something in a model, or of one attribute of it (a SARIF *logical location*).
public struct ElementPath: Hashable, Comparable, Sendable {
  /// What the path leads to, without the attribute.
  public enum Subject: Hashable, Sendable {
    case solution
    case element(ElementID)
    case link(LinkID)
    case data(DataID)
    case flow(FlowID)
    case team(TeamID)
    case domain(DomainID)
    case zone(ZoneID)
    case view(ViewID)
    /// A waiver, by its place in the list.
    case waiver(Int)
  }

  public let subject: Subject
  /// The key of the attribute as in a model file, dots between nested ones: `retries.max`.
  public let attribute: String?

  public init(_ subject: Subject, _ attribute: String? = nil) {
    self.subject = subject
    self.attribute = attribute
  }

  public static func element(_ id: ElementID, _ attribute: String? = nil) -> Self {
    Self(.element(id), attribute)
  }
  public static func link(_ id: LinkID, _ attribute: String? = nil) -> Self {
    Self(.link(id), attribute)
  }
  public static func flow(_ id: FlowID, _ attribute: String? = nil) -> Self {
    Self(.flow(id), attribute)
  }
  public static func data(_ id: DataID, _ attribute: String? = nil) -> Self {
    Self(.data(id), attribute)
  }

  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

extension ElementPath.Subject: Comparable {
  /// By kind, then by name: the order of the descriptions, none of which is made for it.
  public static func < (left: Self, right: Self) -> Bool {
    if case (.waiver, .waiver) = (left, right) { return left.description < right.description }
    return left.kind == right.kind ? left.name < right.name : left.kind < right.kind
  }
}

extension ElementPath.Subject: CustomStringConvertible {
  /// The kind and the canonical id: `link:billing->bank`.
  public var description: String {
    switch self {
    case .solution: kind
    case .waiver(let index): kind + ":" + String(index)
    case .element, .link, .data, .flow, .team, .domain, .zone, .view: kind + ":" + name
    }
  }

  /// What sort of thing it is, in one word.
  public var kind: String {
    switch self {
    case .solution: "solution"
    case .element: "element"
    case .link: "link"
    case .data: "data"
    case .flow: "flow"
    case .team: "team"
    case .domain: "domain"
    case .zone: "zone"
    case .view: "view"
    case .waiver: "waiver"
    }
  }

  /// The id alone, as a reader of a report knows it.
  public var name: String {
    switch self {
    case .solution: "solution"
    case .element(let id): id.text
    case .link(let id): id.text
    case .data(let id): id.text
    case .flow(let id): id.text
    case .team(let id): id.text
    case .domain(let id): id.text
    case .zone(let id): id.text
    case .view(let id): id.text
    case .waiver(let index): "waiver \(index + 1)"
    }
  }
}

extension ElementPath: CustomStringConvertible {
  public var description: String { subject.description + (attribute.map { "/" + $0 } ?? "") }
}
