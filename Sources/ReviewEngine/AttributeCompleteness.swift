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
    for result in results {
      for fact in result.verdicts.known { ledger.note(fact, isKnown: true) }
      for fact in result.verdicts.missing { ledger.note(fact, isKnown: false) }
    }
    return ledger.columns.map { Self($0, in: solution) }.sorted { $0.attribute < $1.attribute }
  }

  private init(_ column: FactLedger.Column, in solution: Solution) {
    let missing = solution.sorted(column.missing.subtracting(column.known))
    self.init(
      attribute: column.key.map { "\(column.kind).\($0)" } ?? column.kind,
      known: column.known.count, missing: missing.map { ElementPath($0, column.key) })
  }
}

extension Solution {
  /// In the order of their ids. Elements and links have it already, and there may be very many.
  fileprivate func sorted(_ subjects: Set<ElementPath.Subject>) -> [ElementPath.Subject] {
    typealias Placed = (place: Int, subject: ElementPath.Subject)
    let placed: [Placed] = subjects.map { (place(of: $0), $0) }
    let inOrder = placed.sorted { (left: Placed, right: Placed) -> Bool in
      guard left.place == right.place else { return left.place < right.place }
      return left.subject.name < right.subject.name
    }
    return inOrder.map(\.subject)
  }

  /// The place of an element or a link in its list; that of all others is behind.
  private func place(of subject: ElementPath.Subject) -> Int {
    switch subject {
    case .element(let id): index(of: id) ?? .max
    case .link(let id): index(of: id) ?? .max
    case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver: .max
    }
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
