import ReviewEngine
import SolutionGraph
import SolutionModel

extension Evidence {
  /// A way through the solution, a step for each element and each link.
  static func steps(along path: SolutionPath) -> [Step] {
    var steps: [Step] = []
    for (index, element) in path.elements.enumerated() {
      if index > 0, index <= path.links.count { steps.append(Step(.link(path.links[index - 1]))) }
      steps.append(Step(.element(element)))
    }
    return steps
  }

  /// The ends of links that follow on one another, with the links between them.
  static func steps(along links: [Link]) -> [Step] {
    var steps: [Step] = []
    for link in links {
      if steps.last?.subject != .element(link.source) { steps.append(Step(.element(link.source))) }
      steps.append(Step(.link(link.id), link.via?.text ?? ""))
      steps.append(Step(.element(link.destination)))
    }
    return steps
  }
}

extension Evidence.Figure {
  /// A word of the model with how it is known; nil when it is not.
  init?<Word: RawRepresentable<String>>(_ name: String, _ fact: Fact<Word>) {
    switch fact {
    case .declared(let word): self.init(name, word.rawValue)
    case .defaulted(let word, let source):
      // A source is a key with its word, a name, or a clause.
      let isClause = source.hasPrefix("it ") || source.hasPrefix("nobody ")
      self.init(
        name, word.rawValue, basis: (isClause ? "because " : "follows from ") + source)
    case .unknown: return nil
    }
  }
}
