extension Selector: CustomStringConvertible {
  /// As a model writes it, canonical ids in place of short ones.
  public var description: String {
    switch self {
    case .element(let id): id.text
    case .children(let id): "\(id).*"
    case .descendants(let id): "\(id).**"
    case .incoming(let inner): "-> \(inner.operand)"
    case .outgoing(let inner): "\(inner.operand) ->"
    case .neighbours(let inner): "-> \(inner.operand) ->"
    case .links(let source, let destination): "\(source.operand) -> \(destination.operand)"
    case .predicate(let predicate): predicate.description
    case .everything: "*"
    }
  }

  /// With brackets where it stands beside an arrow and needs them.
  private var operand: String {
    switch self {
    case .element, .children, .descendants, .everything: description
    case .incoming, .outgoing, .neighbours, .links, .predicate: "(\(description))"
    }
  }
}

extension Predicate: CustomStringConvertible {
  /// As a model writes it.
  public var description: String {
    switch self {
    case .compare(let key, let comparison, let value): "\(key) \(comparison.rawValue) \(value)"
    case .isOneOf(let key, let values): "\(key) in [\(values.joined(separator: ", "))]"
    case .has(let key): "has \(key)"
    case .not(let inner): "not \(inner.operand)"
    case .and(let left, let right): "\(left.operand) and \(right.operand)"
    case .or(let left, let right): "\(left.operand) or \(right.operand)"
    }
  }

  private var operand: String {
    switch self {
    case .compare, .isOneOf, .has: description
    case .not, .and, .or: "(\(description))"
    }
  }
}
