/// A choice of elements and links, as views, rules, waivers and queries write it.
public indirect enum Selector: Hashable, Sendable {
  /// One element.
  case element(ElementID)
  /// `a.*`
  case children(ElementID)
  /// `a.**`
  case descendants(ElementID)
  /// `-> a`: what uses it.
  case incoming(Selector)
  /// `a ->`: what it uses.
  case outgoing(Selector)
  /// `-> a ->`: both.
  case neighbours(Selector)
  /// `a -> b`: the links from one to the other.
  case links(from: Selector, to: Selector)
  /// `type = store and zone = dmz`
  case predicate(Predicate)
  /// `*`: everything.
  case everything
}

/// A condition on an element or a link.
public indirect enum Predicate: Hashable, Sendable {
  /// How a key is compared with a value.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// `type = store`; the value is the word as the model writes it.
  case compare(key: String, Comparison, value: String)
  /// `tag in [pci, gdpr]`
  case isOneOf(key: String, values: [String])
  /// `has availability`
  case has(key: String)
  case not(Predicate)
  case and(Predicate, Predicate)
  case or(Predicate, Predicate)
}
