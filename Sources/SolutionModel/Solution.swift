/// The whole design under review.
///
/// Every list is sorted by the canonical ids of its members, so that nothing that is computed from
/// a solution depends on the order of a file. Ids are unique within a list.
public struct Solution: Hashable, Sendable {
  public var name: String
  public var summary: String?
  /// Markdown.
  public var description: String?
  public var owner: TeamID?
  public var criticality: Criticality?
  public var publication = Publication()
  public var todo: String?
  public var tags: [String] = []
  public var review = ReviewSettings()
  public let teams: [Team]
  public let domains: [BusinessDomain]
  public let zones: [Zone]
  public internal(set) var elements: [Element]
  public let data: [DataObject]
  public internal(set) var links: [Link]
  public internal(set) var flows: [Flow]
  public let views: [ViewDefinition]

  private let elementIndex: [ElementID: Int]
  private let linkIndex: [LinkID: Int]
  private let teamIndex: [TeamID: Int]
  private let domainIndex: [DomainID: Int]
  private let zoneIndex: [ZoneID: Int]
  private let dataIndex: [DataID: Int]
  private let flowIndex: [FlowID: Int]

  /// Sorts every list.
  ///
  /// Of two members with one id the first one stays; a reader reports that.
  ///
  /// - Complexity: O(n log n) in the number of members.
  public init(
    name: String, teams: [Team] = [], domains: [BusinessDomain] = [], zones: [Zone] = [],
    elements: [Element] = [], data: [DataObject] = [], links: [Link] = [], flows: [Flow] = [],
    views: [ViewDefinition] = []
  ) {
    self.name = name
    self.teams = Self.sorted(teams)
    self.domains = Self.sorted(domains)
    self.zones = Self.sorted(zones)
    self.elements = Self.sorted(elements)
    self.data = Self.sorted(data)
    self.links = Self.sorted(links)
    self.flows = Self.sorted(flows)
    self.views = Self.sorted(views)
    elementIndex = Self.index(self.elements)
    linkIndex = Self.index(self.links)
    teamIndex = Self.index(self.teams)
    domainIndex = Self.index(self.domains)
    zoneIndex = Self.index(self.zones)
    dataIndex = Self.index(self.data)
    flowIndex = Self.index(self.flows)
  }

  /// The place of an element in `elements`.
  public func index(of id: ElementID) -> Int? { elementIndex[id] }
  /// The place of a link in `links`.
  public func index(of id: LinkID) -> Int? { linkIndex[id] }

  public func element(_ id: ElementID) -> Element? { elementIndex[id].map { elements[$0] } }
  public func link(_ id: LinkID) -> Link? { linkIndex[id].map { links[$0] } }
  public func data(_ id: DataID) -> DataObject? { dataIndex[id].map { data[$0] } }
  public func flow(_ id: FlowID) -> Flow? { flowIndex[id].map { flows[$0] } }
  public func team(_ id: TeamID) -> Team? { teamIndex[id].map { teams[$0] } }
  public func zone(_ id: ZoneID) -> Zone? { zoneIndex[id].map { zones[$0] } }
  public func domain(_ id: DomainID) -> BusinessDomain? { domainIndex[id].map { domains[$0] } }

  private static func index<Member: Identifiable>(_ members: [Member]) -> [Member.ID: Int] {
    var index: [Member.ID: Int] = [:]
    index.reserveCapacity(members.count)
    for place in members.indices { index[members[place].id] = place }
    return index
  }

  private static func sorted<Member: Identifiable>(_ members: [Member]) -> [Member]
  where Member.ID: Comparable {
    let isSorted = members.indices.dropFirst().allSatisfy { members[$0 - 1].id < members[$0].id }
    if isSorted { return members }
    var seen = Set<Member.ID>()
    return members.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}
