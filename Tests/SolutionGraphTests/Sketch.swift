import SolutionGraph
import SolutionModel

/// A solution drawn with few words.
///
/// Elements come into being where they are named: apps, unless a
/// letter before a colon says otherwise: `p:` person, `s:` store, `c:` channel, `y:` system.
struct Sketch {
  private(set) var elements: [ElementID: Element] = [:]
  private(set) var links: [Link] = []
  var flows: [Flow] = []
  var data: [DataObject] = []
  var zones: [Zone] = []
  var criticality: Criticality?

  var solution: Solution {
    var solution = Solution(
      name: "Sketch", zones: zones, elements: Array(elements.values), data: data, links: links,
      flows: flows)
    solution.criticality = criticality
    return solution
  }

  var graph: SolutionGraph { SolutionGraph(solution) }

  /// Adds or changes an element.
  @discardableResult
  mutating func element(_ word: String, _ change: (inout Element) -> Void = { _ in }) -> ElementID {
    let parts = word.split(separator: ":").map(String.init)
    let path = parts[parts.count - 1]
    let id = ElementID(path)
    let outer = path.lastIndex(of: ".").map { ElementID(String(path[..<$0])) }
    if let outer, elements[outer] == nil { element("y:\(outer)") }
    let kind: ElementKind =
      switch parts.count == 1 ? "" : parts[0] {
      case "p": .person
      case "s": .store
      case "c": .channel
      case "y": .system
      case "m": .module
      default: .application
      }
    var element = elements[id] ?? Element(id: id, kind: kind, parent: outer)
    change(&element)
    elements[id] = element
    return id
  }

  /// Changes an element that is there, whatever its kind.
  mutating func change(_ id: ElementID, _ change: (inout Element) -> Void) {
    guard var element = elements[id] else { return }
    change(&element)
    elements[id] = element
  }

  /// Adds a link such as `shop > gateway > ordering`; what lies between the ends is passed.
  @discardableResult
  mutating func link(
    _ way: String, via: String? = "rest", id: String? = nil,
    _ change: (inout Link) -> Void = { _ in }
  ) -> LinkID {
    let stops = way.split(separator: " ").filter { $0 != ">" }.map { element(String($0)) }
    var link = Link(from: stops[0], to: stops[stops.count - 1], id: id.map { LinkID($0) })
    link.via = via.map { OptionID($0) }
    link.through = Array(stops.dropFirst().dropLast())
    change(&link)
    links.append(link)
    return link.id
  }

  /// The sketch with every link changed, in their order.
  func changingLinks(_ change: (inout Link) -> Void) -> Self {
    var copy = self
    for place in copy.links.indices { change(&copy.links[place]) }
    return copy
  }

  /// Adds a flow over links by their ids.
  mutating func flow(_ id: String, _ links: [LinkID], _ change: (inout Flow) -> Void = { _ in }) {
    flow(id, steps: links.map(FlowStep.link), change)
  }

  mutating func flow(_ id: String, steps: [FlowStep], _ change: (inout Flow) -> Void = { _ in }) {
    var flow = Flow(id: FlowID(id))
    flow.steps = steps
    change(&flow)
    flows.append(flow)
  }
}

extension SolutionPath {
  /// The elements in a row: `a b c`.
  var words: String { elements.map(\.text).joined(separator: " ") }

  /// Whether each link of the path starts at, passes or ends at the elements beside it.
  func isDrawn(in solution: Solution) -> Bool {
    guard links.count + 1 == elements.count else { return false }
    return links.indices.allSatisfy { place in
      guard let link = solution.link(links[place]) else { return false }
      let stops = [link.source] + link.through + [link.destination]
      return stops.contains(elements[place]) && stops.contains(elements[place + 1])
    }
  }
}

extension Array where Element == ElementID {
  var words: String { map(\.text).joined(separator: " ") }
}

extension Array where Element == LinkID {
  var words: String { map(\.text).joined(separator: " ") }
}
