public import SolutionModel

/// How much of what the rules ask of one attribute the model says.
public struct AttributeCompleteness: Hashable, Sendable {
  /// The kind of subject and the key: `link.timeout`.
  public let attribute: String
  public let known: Int
  /// What lacks it, sorted.
  public let missing: [ElementPath]

  public init(attribute: String, known: Int, missing: [ElementPath]) {
    self.attribute = attribute
    self.known = known
    self.missing = missing
  }

  /// The share that is known, from 0 to 1; 1 where nothing was asked.
  public var share: Double {
    let asked = known + missing.count
    return asked == 0 ? 1 : Double(known) / Double(asked)
  }
}

extension AttributeCompleteness {
  /// Counts every fact that any rule asked for once, however many rules asked; by attribute.
  ///
  /// A fact that one rule misses and another one used is there.
  static func of(_ results: [RuleResult]) -> [Self] {
    var ledger: [Attribute: Facts] = [:]
    for result in results {
      for fact in result.verdicts.known {
        ledger[Attribute(of: fact), default: Facts()].known.insert(fact.subject)
      }
      for fact in result.verdicts.missing {
        ledger[Attribute(of: fact), default: Facts()].missing.insert(fact.subject)
      }
    }
    return ledger.map { attribute, facts in
      let missing = facts.missing.subtracting(facts.known)
        .map { (name: $0.name, subject: $0) }.sorted { $0.name < $1.name }
      return Self(
        attribute: attribute.description, known: facts.known.count,
        missing: missing.map { ElementPath($0.subject, attribute.key) })
    }
    .sorted { $0.attribute < $1.attribute }
  }

  private struct Facts {
    var known: Set<ElementPath.Subject> = []
    var missing: Set<ElementPath.Subject> = []
  }

  private struct Attribute: Hashable, CustomStringConvertible {
    let kind: String
    let key: String?

    init(of fact: ElementPath) {
      kind = fact.subject.kind
      key = fact.attribute
    }

    var description: String { key.map { "\(kind).\($0)" } ?? kind }
  }
}
