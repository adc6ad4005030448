/// A kind of data that flows or rests.
public struct DataObject: Hashable, Sendable, Identifiable {
  /// What role the data plays in the business.
  public enum Class: String, Hashable, Sendable, CaseIterable {
    case master, reference, transactional, event, analytical, content, configuration, identity, log
  }

  /// Who may see it, from everybody to few.
  public enum Confidentiality: String, Hashable, Comparable, Sendable, CaseIterable {
    case `public`, `internal`, confidential, secret

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .public: 0
      case .internal: 1
      case .confidential: 2
      case .secret: 3
      }
    }
  }

  /// Whether it is about people.
  public enum Personal: String, Hashable, Sendable, CaseIterable {
    case none, personal
    /// Of a special category, such as health.
    case special
  }

  /// How a deletion reaches the copies.
  public enum DeletePolicy: String, Hashable, Sendable, CaseIterable {
    case soft, hard, none
  }

  /// A place that keeps it besides the master.
  public struct Copy: Hashable, Sendable {
    public let element: ElementID
    public var isWritable: Bool?
    public var freshness: Duration?

    public init(element: ElementID) { self.element = element }
  }

  public let id: DataID
  public var name: String
  public var summary: String?
  public var `class`: Class?
  /// The elements that decide about it.
  ///
  /// One, or there is a finding.
  public var masters: [ElementID] = []
  public var confidentiality: Confidentiality?
  public var personal: Personal?
  public var records: Int?
  /// Changes in the whole set.
  public var changeRate: Rate?
  public var retention: Duration?
  public var deletePolicy: DeletePolicy?
  /// The field that names one record everywhere.
  public var globalID: String?
  /// Who settles conflicts.
  public var steward: TeamID?
  public var copies: [Copy] = []
  public var tags: [String] = []
  public var todo: String?

  public init(id: DataID, name: String? = nil) {
    self.id = id
    self.name = name ?? id.text
  }
}
