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
  static func of(_ results: [RuleResult], in solution: Solution) -> [Self] {
    var ledger = FactLedger(of: solution)
    for result in results {
      for fact in result.verdicts.missing { ledger.note(fact, isKnown: false) }
      for fact in result.verdicts.known { ledger.note(fact, isKnown: true) }
    }
    return ledger.completeness.sorted { $0.attribute < $1.attribute }
  }
}
