public import SolutionModel

/// The values that an attribute has among some elements, in their order: a scale's own, else by size,
/// else by letters.
public struct AttributeScale: Hashable, Sendable {
  /// How many values stand for themselves before the rest shares one place.
  public static let largestCount = 8

  /// The values as a reader sees them; the last one is `other` when there are too many.
  public let values: [String]
  private let places: [ElementID: Int]

  /// Reads an attribute by its key, which may be that of a field; an unknown key gives no values.
  ///
  /// Of several values of one element, such as tags, the first one counts.
  public init(of key: String, among elements: [ElementID], in solution: Solution) {
    guard let read = ElementAttributes.reading(of: key) else {
      values = []
      places = [:]
      return
    }
    let attributes = ElementAttributes(solution)
    var found: [ElementID: AttributeValue] = [:]
    for id in elements {
      if let element = solution.element(id) { found[id] = read(element, attributes).first }
    }
    let sorted = Set(found.values).sorted { Self.rank($0) < Self.rank($1) }
    let isTooMany = sorted.count > Self.largestCount
    let shown = isTooMany ? sorted.prefix(Self.largestCount - 1) : sorted[...]
    let placeOf = Dictionary(uniqueKeysWithValues: zip(shown, 0...))
    values = shown.map(\.text) + (isTooMany ? ["other"] : [])
    places = found.mapValues { placeOf[$0] ?? shown.count }
  }

  /// The place in `values` of what an element has; nil when it has nothing.
  public func place(of element: ElementID) -> Int? { places[element] }

  private static func rank(_ value: AttributeValue) -> (Double, String) {
    switch value {
    case .word, .path: (0, value.text)
    case .ranked(let word, let scale): (Double(scale.firstIndex(of: word) ?? 0), word)
    case .quantity(let quantity, let text): (quantity.amount, text)
    }
  }
}
