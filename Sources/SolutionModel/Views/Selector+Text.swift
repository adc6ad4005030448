extension Selector: CustomStringConvertible {
  /// As a model writes it, in one spelling for each meaning: `commerce.**`.
  public var description: String {
    switch self {
    case .element(let id): id.text
    case .children(let id): "\(id).*"
    case .descendants(let id): "\(id).**"
    case .incoming(let inner): "-> \(inner)"
    case .outgoing(let inner): "\(inner) ->"
    case .neighbours(let inner): "-> \(inner) ->"
    case .links(let source, let destination): "\(source) -> \(destination)"
    case .predicate(let predicate): predicate.description
    case .everything: "*"
    }
  }
}

extension Predicate: CustomStringConvertible {
  /// As a model writes it, with brackets only where they change the meaning.
  public var description: String {
    switch self {
    case .compare(let key, let comparison, let value):
      "\(key) \(comparison.rawValue) \(Self.word(value))"
    case .isOneOf(let key, let values):
      "\(key) in [\(values.map(Self.word).joined(separator: ", "))]"
    case .has(let key): "has \(key)"
    case .not(let inner): "not \(inner.operand(of: .not))"
    case .and(let left, let right): "\(left.operand(of: .and)) and \(right.operand(of: .and))"
    case .or(let left, let right): "\(left.operand(of: .or)) or \(right.operand(of: .or))"
    }
  }

  /// How tightly the parts of a predicate hold together.
  private enum Binding: Int {
    case or, and, not, atom
  }

  private var binding: Binding {
    switch self {
    case .compare, .isOneOf, .has: .atom
    case .not: .not
    case .and: .and
    case .or: .or
    }
  }

  private func operand(of outer: Binding) -> String {
    binding.rawValue < outer.rawValue ? "(\(description))" : description
  }

  /// A value as it is, or in quotes where it has more than letters, digits and `_ - . % /`.
  private static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "_-.%/".unicodeScalars.contains(scalar)
      }
    return isPlain ? text : "\"\(text)\""
  }
}
