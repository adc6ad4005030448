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
    var ledger = FactLedger()
    for result in results { ledger.merge(result.verdicts.facts, in: solution) }
    let elements = ledger.elements.map { column in
      Self("element", column) { .element(solution.elements[$0].id) }
    }
    let links = ledger.links.map { column in
      Self("link", column) { .link(solution.links[$0].id) }
    }
    return (elements + links + named(ledger)).sorted { $0.attribute < $1.attribute }
  }

  private init(
    _ kind: String, _ column: FactLedger.Column, subject: (Int) -> ElementPath.Subject
  ) {
    let missing = column.answers.indices.filter {
      column.answers[$0] == FactLedger.Answer.missing.rawValue
    }
    self.init(
      attribute: Self.name(kind, column.key),
      known: column.answers.count { $0 & FactLedger.Answer.known.rawValue != 0 },
      missing: missing.map { ElementPath(subject($0), column.key) })
  }

  /// Those of anything but elements and links.
  private static func named(_ ledger: FactLedger) -> [Self] {
    let columns = Dictionary(grouping: ledger.named) { fact, _ in
      name(fact.subject.kind, fact.attribute)
    }
    return columns.map { attribute, facts in
      let missing = facts.filter { $0.value == FactLedger.Answer.missing.rawValue }
      return Self(
        attribute: attribute, known: facts.count - missing.count,
        missing: missing.map(\.key).sorted { $0.subject.name < $1.subject.name })
    }
  }

  private static func name(_ kind: String, _ key: String?) -> String {
    key.map { "\(kind).\($0)" } ?? kind
  }
}
