import SolutionModel

/// The facts that rules asked for: a column an attribute, an entry a subject.
///
/// Rules ask for tens of thousands of facts, so the entries of elements and links are kept by their
/// places, which are in the order of their ids already.
struct FactLedger {
  private let solution: Solution
  private var columns: [Column] = []
  private var latest = 0

  init(of solution: Solution) { self.solution = solution }

  /// What is known stays known.
  mutating func note(_ fact: ElementPath, isKnown: Bool) {
    let column = column(for: fact)
    if let place = place(of: fact.subject) {
      columns[column].note(place, isKnown)
    } else {
      columns[column].note(fact.subject, isKnown)
    }
  }

  /// In the order in which the attributes were first asked for.
  var completeness: [AttributeCompleteness] {
    columns.map { column in
      AttributeCompleteness(
        attribute: column.key.map { "\(column.kind).\($0)" } ?? column.kind,
        known: column.knownCount,
        missing: column.missing(in: solution).map { ElementPath($0, column.key) })
    }
  }

  private func place(of subject: ElementPath.Subject) -> Int? {
    switch subject {
    case .element(let id): solution.index(of: id)
    case .link(let id): solution.index(of: id)
    case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver: nil
    }
  }

  // Attributes are few and rules ask for one many times running, so a look at the latest column and
  // then at all of them is faster than a dictionary.
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
      columns.append(Column(for: fact, in: solution))
    }
    return latest
  }
}

extension FactLedger {
  /// The entries of one attribute.
  private struct Column {
    let kind: String
    let key: String?
    private let areLinks: Bool
    /// By place, of elements or links; nil for what nobody asked.
    private var isKnown: [Bool?]
    /// Of everything else.
    private var others: [ElementPath.Subject: Bool] = [:]

    init(for fact: ElementPath, in solution: Solution) {
      kind = fact.subject.kind
      key = fact.attribute
      switch fact.subject {
      case .element:
        areLinks = false
        isKnown = Array(repeating: nil, count: solution.elements.count)
      case .link:
        areLinks = true
        isKnown = Array(repeating: nil, count: solution.links.count)
      case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver:
        areLinks = false
        isKnown = []
      }
    }

    mutating func note(_ place: Int, _ known: Bool) {
      isKnown[place] = known || isKnown[place] == true
    }

    mutating func note(_ subject: ElementPath.Subject, _ known: Bool) {
      others[subject] = known || others[subject] == true
    }

    var knownCount: Int { isKnown.count { $0 == true } + others.values.count { $0 } }

    func missing(in solution: Solution) -> [ElementPath.Subject] {
      let placed = isKnown.indices.filter { isKnown[$0] == false }.map { place in
        areLinks
          ? ElementPath.Subject.link(solution.links[place].id)
          : ElementPath.Subject.element(solution.elements[place].id)
      }
      return placed + others.filter { !$0.value }.keys.sorted { $0.name < $1.name }
    }
  }
}
