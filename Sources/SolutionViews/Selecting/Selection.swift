public import SolutionModel

/// The elements and links that selectors choose, and why.
public struct Selection: Hashable, Sendable {
  /// By id.
  public let elements: [ElementID]
  /// By id.
  public let links: [LinkID]
  private let reasons: [ElementPath.Subject: Selector]

  init(elements: [ElementID], links: [LinkID], reasons: [ElementPath.Subject: Selector]) {
    self.elements = elements
    self.links = links
    self.reasons = reasons
  }

  public var isEmpty: Bool { elements.isEmpty && links.isEmpty }

  /// Everything chosen.
  public var subjects: Set<ElementPath.Subject> { Set(reasons.keys) }

  /// The first of the selectors that chose something; nil for what is not chosen.
  public func reason(for subject: ElementPath.Subject) -> Selector? { reasons[subject] }
}
