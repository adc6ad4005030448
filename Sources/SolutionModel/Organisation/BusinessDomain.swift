/// A business area that elements belong to.
public struct BusinessDomain: Hashable, Sendable, Identifiable {
  public let id: DomainID
  public var name: String
  public var summary: String?
  public var owner: TeamID?

  public init(id: DomainID, name: String? = nil) {
    self.id = id
    self.name = name ?? id.text
  }
}
