import SolutionModel

/// The facts that rules asked for, each once however often it was asked for, a column an attribute.
///
/// A rule may ask for a fact of every link, so facts of elements and links are kept by the place of
/// these in the solution's lists, without their names.
struct FactLedger: Sendable {
  /// What is known of a fact.
  enum Answer: UInt8, Sendable {
    case missing = 1
    case known = 2
  }

  /// The facts under one key.
  struct Column: Sendable {
    let key: String?
    /// By place: the answers of all who asked, as bits.
    fileprivate(set) var answers: [UInt8] = []

    fileprivate mutating func note(_ answer: UInt8, at place: Int) {
      while place >= answers.count {
        answers.append(contentsOf: repeatElement(0, count: max(64, answers.count)))
      }
      answers[place] |= answer
    }
  }

  private(set) var elements: [Column] = []
  private(set) var links: [Column] = []
  /// Facts that were asked for by name.
  private(set) var named: [ElementPath: UInt8] = [:]

  mutating func note(_ answer: Answer, _ key: String, ofElement place: Int) {
    Self.note(answer.rawValue, key, at: place, in: &elements)
  }

  mutating func note(_ answer: Answer, _ key: String, ofLink place: Int) {
    Self.note(answer.rawValue, key, at: place, in: &links)
  }

  mutating func note(_ answer: Answer, _ fact: ElementPath) {
    named[fact, default: 0] |= answer.rawValue
  }

  /// Takes over what another ledger has; facts of elements and links that it has by name go to those
  /// that are kept by place.
  mutating func merge(_ other: FactLedger, in solution: Solution) {
    for column in other.elements { Self.merge(column, into: &elements) }
    for column in other.links { Self.merge(column, into: &links) }
    for (fact, answer) in other.named {
      if case .element(let id) = fact.subject, let place = solution.index(of: id) {
        Self.note(answer, fact.attribute, at: place, in: &elements)
      } else if case .link(let id) = fact.subject, let place = solution.index(of: id) {
        Self.note(answer, fact.attribute, at: place, in: &links)
      } else {
        named[fact, default: 0] |= answer
      }
    }
  }

  private static func merge(_ other: Column, into columns: inout [Column]) {
    for place in other.answers.indices where other.answers[place] != 0 {
      note(other.answers[place], other.key, at: place, in: &columns)
    }
  }

  // Attributes are few and rules ask for one many times running, so that a look at the latest column
  // and then at all of them is faster than a dictionary.
  private static func note(
    _ answer: UInt8, _ key: String?, at place: Int, in columns: inout [Column]
  ) {
    let column = columns.lastIndex { $0.key == key } ?? columns.count
    if column == columns.count { columns.append(Column(key: key)) }
    columns[column].note(answer, at: place)
  }
}
