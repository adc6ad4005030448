import SolutionModel

/// The needs that something else may fill: one of two ways is enough.
struct ChoiceTable: Sendable {
  /// An element uses what a link leads to, or else what stands in for it.
  struct Choice: Sendable {
    let dependent: Int
    /// The place of the link in `solution.links`.
    let link: Int
    /// All that the first way needs.
    let dependencies: [Int]
    /// What the second way needs; nil when the source helps itself.
    let standIn: Int?
    /// The share of the first way's outages that the second one covers while it is up.
    let effectiveness: Double
    /// Whether the dependent cannot do any of its work without one of the two.
    let isSure: Bool
  }

  /// By dependent, then by link.
  private(set) var choices: [Choice] = []
  private var rows: [Int: Range<Int>] = [:]
  private var places: [Int: Int] = [:]

  init() {}

  /// Links that somebody waits on, with a stand-in or with a fallback that does not cover all; what
  /// is said to be soft is not needed at all.
  ///
  /// - Complexity: O(m + c log c) for c such links.
  init(of graph: SolutionGraph) {
    for link in graph.traits.indices {
      guard let choice = Self.choice(over: link, in: graph) else { continue }
      choices.append(choice)
    }
    choices.sort { ($0.dependent, $0.link) < ($1.dependent, $1.link) }
    for place in choices.indices {
      places[choices[place].link] = place
      let dependent = choices[place].dependent
      rows[dependent] = (rows[dependent]?.lowerBound ?? place)..<place + 1
    }
  }

  private static func choice(over link: Int, in graph: SolutionGraph) -> Choice? {
    guard graph.traits[link].isInUse, !graph.traits[link].isHard,
      graph.traits[link].isFunctionallySynchronous,
      let dependent = graph.legs(of: link).first?.source, !graph.isPerson(dependent)
    else { return nil }
    let failure = graph.solution.links[link].failure
    let standIn = failure.standIn.flatMap { graph.solution.index(of: $0) }
    let effectiveness = failure.fallbackEffectiveness?.fraction ?? 1
    guard failure.need != .soft, standIn != nil || effectiveness < 1, standIn != dependent else {
      return nil
    }
    var dependencies: [Int] = []
    graph.forEachDependency(over: link) { source, dependency in
      if source == dependent, !graph.isPerson(dependency) { dependencies.append(dependency) }
    }
    guard let last = dependencies.last else { return nil }
    return Choice(
      dependent: dependent, link: link, dependencies: dependencies, standIn: standIn,
      effectiveness: effectiveness, isSure: graph.solution.elements[last].kind == .store)
  }

  /// The places of the choices of an element.
  func places(of dependent: Int) -> Range<Int> { rows[dependent] ?? 0..<0 }

  /// The place of the choice that a link is the first way of.
  func place(over link: Int) -> Int? { choices.isEmpty ? nil : places[link] }
}
