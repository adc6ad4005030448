import GraphAlgorithms
import SolutionModel

/// What stands behind some choices, as a structure of components: its root works while each choice
/// has a way left.
struct ChoiceStructure {
  /// What a component stands for.
  enum Part: Hashable {
    /// All the choices.
    case root
    /// A vertex.
    case element(Int)
    /// A place in `solution.zones`.
    case zone(Int)
    /// A choice, and its two ways, by its place in the table of choices.
    case choice(Int)
    case firstWay(Int)
    case secondWay(Int)
  }

  /// What a walk takes for granted.
  struct Terms {
    /// By vertex, whether it is up for sure, because the flow is lost anyway without it.
    let isGiven: [Bool]
    let givenZones: Set<Int>
    /// Whether what elements may need counts as well as what they are sure to need.
    let followsInferred: Bool
    /// Links that do not count.
    let leftOut: Set<Int>
    /// Whether an element may fail at all.
    var mayFail: @Sendable (Int) -> Bool = { _ in true }
    /// Whether zones may.
    var zonesFail = true
  }

  private(set) var components: [CoherentStructure.Component] = []
  private(set) var parts: [Part] = []
  private var numbers: [Part: Int] = [:]
  private let graph: SolutionGraph
  private let terms: Terms

  /// - Complexity: O(what stands behind the choices, links counted).
  init(of choices: [Int], in graph: SolutionGraph, _ terms: Terms) {
    self.graph = graph
    self.terms = terms
    parts = [.root]
    components = [CoherentStructure.Component(children: choices.map { number(.choice($0)) })]
    while components.count < parts.count { components.append(component(parts[components.count])) }
  }

  private mutating func number(_ part: Part) -> Int {
    if let number = numbers[part] { return number }
    numbers[part] = parts.count
    parts.append(part)
    return parts.count - 1
  }

  private mutating func component(_ part: Part) -> CoherentStructure.Component {
    switch part {
    case .root: return CoherentStructure.Component()
    case .zone(let place):
      return CoherentStructure.Component(
        up: terms.zonesFail ? graph.solution.zones[place].availability?.fraction ?? 1 : 1)
    case .choice(let place):
      return CoherentStructure.Component(
        threshold: 1, children: [number(.firstWay(place)), number(.secondWay(place))])
    case .firstWay(let place):
      return CoherentStructure.Component(
        children: elements(graph.needs.choices.choices[place].dependencies))
    case .secondWay(let place):
      let choice = graph.needs.choices.choices[place]
      return CoherentStructure.Component(
        up: choice.effectiveness, children: elements(choice.standIn.map { [$0] } ?? []))
    case .element(let vertex):
      let chance = terms.mayFail(vertex) ? graph.availabilities[vertex]?.fraction ?? 1 : 1
      return CoherentStructure.Component(up: chance, children: needs(of: vertex))
    }
  }

  private mutating func elements(_ vertices: [Int]) -> [Int] {
    vertices.filter { !terms.isGiven[$0] && !graph.isPerson($0) }.map { number(.element($0)) }
  }

  private mutating func needs(of vertex: Int) -> [Int] {
    var children: [Int] = []
    for need in graph.needs.needs(of: vertex)
    where (terms.followsInferred || need.isSure) && !terms.isGiven[need.dependency]
      && !terms.leftOut.contains(need.link)
    {
      children.append(number(.element(need.dependency)))
    }
    for zone in graph.needs.fates.zones(around: vertex) where !terms.givenZones.contains(zone) {
      children.append(number(.zone(zone)))
    }
    let table = graph.needs.choices
    for place in table.places(of: vertex)
    where (terms.followsInferred || table.choices[place].isSure)
      && !terms.leftOut.contains(table.choices[place].link)
    {
      children.append(number(.choice(place)))
    }
    return children
  }
}
