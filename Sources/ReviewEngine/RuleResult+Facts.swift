public import SolutionModel

extension RuleResult {
  /// A fact that the rule asked for.
  public struct AskedFact: Hashable, Sendable {
    public let path: ElementPath
    /// Whether the model says it, or something that it follows from.
    public let isKnown: Bool
  }

  /// What the rule asked of some elements and links, in the order of the subjects, then by key.
  ///
  /// - Complexity: O(subjects × attributes).
  public func factsAsked(
    about subjects: [ElementPath.Subject], in solution: Solution
  ) -> [AskedFact] {
    var ledger = FactLedger()
    ledger.merge(verdicts.facts, in: solution)
    return subjects.flatMap { subject -> [AskedFact] in
      let answers: [(key: String?, answer: UInt8)] =
        switch subject {
        case .element(let id):
          solution.index(of: id).map { Self.answers(at: $0, in: ledger.elements) } ?? []
        case .link(let id):
          solution.index(of: id).map { Self.answers(at: $0, in: ledger.links) } ?? []
        case .solution, .data, .flow, .team, .domain, .zone, .view, .waiver:
          ledger.named.filter { $0.key.subject == subject }.map { ($0.key.attribute, $0.value) }
        }
      return answers.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { key, answer in
        AskedFact(
          path: ElementPath(subject, key),
          isKnown: answer & FactLedger.Answer.known.rawValue != 0)
      }
    }
  }

  private static func answers(at place: Int, in columns: [FactLedger.Column])
    -> [(key: String?, answer: UInt8)]
  {
    columns.compactMap { column in
      guard place < column.answers.count, column.answers[place] != 0 else { return nil }
      return (column.key, column.answers[place])
    }
  }
}
