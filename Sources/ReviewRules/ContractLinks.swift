import SolutionGraph
import SolutionModel

/// Links that rest on a contract.
enum ContractLinks {
  /// By the vertex that offers the interface: the places of the links in use that name a contract.
  static func byProvider(in graph: SolutionGraph) -> [Int: [Int]] {
    var links: [Int: [Int]] = [:]
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let contract = graph.solution.links[link].contract, contract.kind != ContractKind.none,
        let vertex = graph.solution.index(of: graph.solution.links[link].destination)
      else { continue }
      links[vertex, default: []].append(link)
    }
    return links
  }
}
