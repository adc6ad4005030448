extension Solution {
  /// The element and what it lies in, from the inside out.
  public func ancestry(of element: Element) -> [Element] {
    var chain = [element]
    var parent = element.parent
    while let id = parent, let next = self.element(id), chain.count < Self.deepestNesting {
      chain.append(next)
      parent = next.parent
    }
    return chain
  }

  /// The system that an element belongs to: the innermost one around it, or itself.
  public func system(of element: Element) -> Element? {
    ancestry(of: element).first { $0.kind == .system }
  }

  /// The team that owns an element: its own, or that of the nearest part around it.
  public func owner(of element: Element) -> Fact<TeamID> { inherited(\.owner, by: element) }

  public func domain(of element: Element) -> Fact<DomainID> { inherited(\.domain, by: element) }

  public func zone(of element: Element) -> Fact<ZoneID> { inherited(\.zone, by: element) }

  /// Whether somebody outside the solution runs it.
  public func isExternal(_ element: Element) -> Bool {
    inherited(\.isExternal, by: element).value ?? false
  }

  /// The criticality of an element, of what is around it, or of the solution.
  public func criticality(of element: Element) -> Fact<Criticality> {
    let found = inherited(\.criticality, by: element)
    if case .unknown = found, let criticality {
      return .defaulted(criticality, from: "the solution")
    }
    return found
  }

  public func lifecycle(of element: Element) -> Fact<Lifecycle> {
    inherited(\.lifecycle, by: element)
  }

  /// The elements directly inside another.
  public func children(of id: ElementID) -> [Element] { elements.filter { $0.parent == id } }

  private func inherited<Value>(_ key: (Element) -> Value?, by element: Element) -> Fact<Value> {
    if let own = key(element) { return .declared(own) }
    var parent = element.parent
    var depth = 0
    while let id = parent, let place = index(of: id), depth < Self.deepestNesting {
      if let value = key(elements[place]) { return .defaulted(value, from: id.text) }
      parent = elements[place].parent
      depth += 1
    }
    return .unknown
  }

  /// Where a search upwards ends, should elements lie in one another in a circle.
  private static let deepestNesting = 128
}
