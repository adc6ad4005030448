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
    var ledger = FactLedger()
    for result in results {
      for fact in result.verdicts.known { ledger.note(fact, isKnown: true) }
      for fact in result.verdicts.missing { ledger.note(fact, isKnown: false) }
    }
    return ledger.columns.map(Self.init).sorted { $0.attribute < $1.attribute }
  }

  private init(_ column: FactLedger.Column) {
    let missing = column.missing.subtracting(column.known).sorted { $0.name < $1.name }
    self.init(
      attribute: column.key.map { "\(column.kind).\($0)" } ?? column.kind,
      known: column.known.count, missing: missing.map { ElementPath($0, column.key) })
  }
}

/// The facts that rules asked for, a column an attribute.
private struct FactLedger {
  struct Column {
    let kind: String
    let key: String?
    var known: Set<ElementPath.Subject> = []
    var missing: Set<ElementPath.Subject> = []
  }

  private(set) var columns: [Column] = []
  private var latest = 0

  mutating func note(_ fact: ElementPath, isKnown: Bool) {
    let column = column(for: fact)
    if isKnown {
      columns[column].known.insert(fact.subject)
    } else {
      columns[column].missing.insert(fact.subject)
    }
  }

  // Attributes are few and rules ask for one many times running, so a look at the latest column and then
  // at all of them is faster than a dictionary.
  private mutating func column(for fact: ElementPath) -> Int {
    let kind = fact.subject.kind
    func fits(_ index: Int) -> Bool {
      columns[index].key == fact.attribute && columns[index].kind == kind
    }
    if columns.indices.contains(latest), fits(latest) { return latest }
    if let found = columns.indices.first(where: fits) {
      latest = found
    } else {
      latest = columns.count
      columns.append(Column(kind: kind, key: fact.attribute))
    }
    return latest
  }
}
