/// Front matter for site generators.
public struct Publication: Hashable, Sendable {
  public var title: String?
  public var category: String?
  public var parent: String?
  public var menuOrder: Int?
  public var isDraft: Bool?
  public var description: String?
  public var tags: [String] = []
  public var url: String?
  public var linkTitle: String?
  public var weight: Int?

  public init() {}
}
