public import SolutionModel

/// A way through a solution, as evidence: elements, and between each two the link that joins them.
///
/// A cycle ends with the element that it starts with. Over a link out of a channel the way may run
/// from the receiver to the channel, because that is who depends on whom.
public struct SolutionPath: Hashable, Sendable {
  public let elements: [ElementID]
  /// One fewer than the elements; `links[i]` joins `elements[i]` and `elements[i + 1]`.
  public let links: [LinkID]
  /// Whether an end of a very long way was left out.
  public let isShortened: Bool

  public init(elements: [ElementID], links: [LinkID], isShortened: Bool = false) {
    self.elements = elements
    self.links = links
    self.isShortened = isShortened
  }
}
