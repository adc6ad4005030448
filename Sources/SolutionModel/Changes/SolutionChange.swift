/// One small change of a solution, such as a finding may propose.
public enum SolutionChange: Hashable, Sendable {
  /// One instance more, which takes over by itself.
  case addInstance(of: ElementID)
  /// The instances that are there take over by themselves.
  case failOver(ElementID)
  /// The source does something else while the destination does not answer.
  case fallBack(LinkID, to: Fallback)
  /// The source asks and does not wait for the answer.
  case makeAsynchronous(LinkID)
  /// The link is used no more, and flows leave the step out.
  case cut(LinkID)
  case setTimeout(LinkID, Duration)
  /// How often the source tries again.
  case setRetries(LinkID, Int)
  case makeIdempotent(LinkID)
  /// What the destination refuses is kept.
  case keepDeadLetters(LinkID)
}

extension SolutionChange {
  /// As a phrase: `second instance of 'ordering'`.
  public func title(in solution: Solution) -> String {
    func name(_ id: LinkID) -> String {
      guard let link = solution.link(id), !link.hasDeclaredID else { return "'\(id)'" }
      return "'\(link.source) -> \(link.destination)'"
    }
    return switch self {
    case .addInstance(let id):
      switch solution.element(id)?.instances ?? 1 {
      case 1: "second instance of '\(id)'"
      case 2: "third instance of '\(id)'"
      default: "one more instance of '\(id)'"
      }
    case .failOver(let id): "automatic failover of '\(id)'"
    case .fallBack(let id, let fallback): "fallback '\(fallback.rawValue)' on \(name(id))"
    case .makeAsynchronous(let id): "asynchronous \(name(id))"
    case .cut(let id): "without \(name(id))"
    case .setTimeout(let id, let time): "timeout of \(QuantityWords.duration(time)) on \(name(id))"
    case .setRetries(let id, 0): "no retries on \(name(id))"
    case .setRetries(let id, 1): "one retry on \(name(id))"
    case .setRetries(let id, let count): "\(count) retries on \(name(id))"
    case .makeIdempotent(let id): "idempotent \(name(id))"
    case .keepDeadLetters(let id): "dead letters kept on \(name(id))"
    }
  }

  /// What is changed: an element or a link.
  public var subject: ElementPath.Subject {
    switch self {
    case .addInstance(let id), .failOver(let id): .element(id)
    case .fallBack(let id, _), .makeAsynchronous(let id), .cut(let id), .setTimeout(let id, _),
      .setRetries(let id, _), .makeIdempotent(let id), .keepDeadLetters(let id):
      .link(id)
    }
  }

  /// What to write there in the model; nil where something is to be taken away.
  public func notation(in solution: Solution) -> String? {
    switch self {
    case .addInstance(let id):
      "instances: \(Self.oneMore(than: solution.element(id)?.instances)), failover: automatic"
    case .failOver: "failover: automatic"
    case .fallBack(_, let fallback): "fallback: \(fallback.rawValue)"
    case .makeAsynchronous: "via: \(Self.asynchronousCall)"
    case .cut: nil
    case .setTimeout(_, let time): "timeout: \(Self.notation(time))"
    case .setRetries(_, let count): "retries: { max: \(count) }"
    case .makeIdempotent: "idempotent: true"
    case .keepDeadLetters: "dead-letter: platform"
    }
  }

  static func oneMore(than instances: Int?) -> Int { min(max(1, instances ?? 1), .max - 1) + 1 }

  /// The option of a call that is answered later.
  static let asynchronousCall = OptionID("rest-async")

  /// In whole milliseconds: `1500ms`, `3s`.
  private static func notation(_ time: Duration) -> String {
    let milliseconds = Int((time / .milliseconds(1)).rounded())
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }
}
