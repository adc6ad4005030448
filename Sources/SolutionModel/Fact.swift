/// A value together with how it is known.
///
/// A default is never shown as a declared fact.
public enum Fact<Value: Sendable>: Sendable {
  /// The model says so.
  case declared(Value)
  /// It follows from something else that the model says; `from` names that, such as `via: rest`.
  case defaulted(Value, from: String)
  case unknown

  public var value: Value? {
    switch self {
    case .declared(let value), .defaulted(let value, _): value
    case .unknown: nil
    }
  }

  public var isDeclared: Bool {
    if case .declared = self { true } else { false }
  }
}

extension Fact: Equatable where Value: Equatable {}
extension Fact: Hashable where Value: Hashable {}
