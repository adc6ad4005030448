public import GraphAlgorithms
public import SolutionModel

/// A solution as a graph: vertices are its elements by their place in `solution.elements`, legs are
/// its links in use, a link with `through` being one leg for each hop.
///
/// It never changes. A class all the same: it is handed to every rule and captured by every closure,
/// and a copy of a struct of its size would cost more than most of what is asked of it.
public final class SolutionGraph: Sendable {
  /// One hop of a link.
  public struct Leg: Hashable, Sendable {
    /// The vertex that starts the interaction.
    public let source: Int
    public let destination: Int
    /// The place of the link in `solution.links`.
    public let link: Int
  }

  /// What the analyses ask of every link, worked out once.
  public struct Traits: Hashable, Sendable {
    public let isFunctionallySynchronous: Bool
    public let isHard: Bool
    public let isInUse: Bool
    public let interaction: Interaction?
    public let category: IntegrationOption.Category?
    public let dataFlow: DataFlowDirection?
    /// The most attempts of one use, the first one counted.
    public let attempts: Int

    /// Whether one program waits on another: screens are left out, because a person waits there.
    public var isCall: Bool { isFunctionallySynchronous && interaction != .userInterface }

    /// Whether it makes the source depend on how the destination is built: not when a person only
    /// crosses over on a screen, or only signs on.
    public var isStructural: Bool {
      interaction != .userInterface && category != .userInterface && category != .identity
    }
  }

  public let solution: Solution
  public let legs: [Leg]
  /// By the place of the link in `solution.links`.
  public let traits: [Traits]
  /// By vertex.
  public let placements: [Placement]
  /// Every leg as an edge from source to destination; edge numbers are places in `legs`.
  public let graph: DirectedGraph
  /// The legs of the link at place `i` are `legs[firstLegs[i]..<firstLegs[i + 1]]`, in their order.
  let firstLegs: [Int]
  /// What fails with what; the flows ask it again and again.
  let needs: NeedTable
  /// By vertex, of all instances together; nil where the model declares none.
  let availabilities: [Availability?]
  /// As soon as somebody asked.
  let knownFlowFigures = Remembered<FlowFigures>()
  /// By vertex.
  let knownAnalytical = Remembered<[Bool]>()
  let knownDependents = Remembered<DirectedGraph>()
  let knownSurroundings = Remembered<[LinkSurroundings?]>()
  let knownSinglePoints = Remembered<[SinglePointOfFailure]>()
  let knownFlowUses = Remembered<FlowUses>()
  let knownDataStreams = Remembered<[DataID: [DataStream]]>()
  let knownMessageExchanges = Remembered<[MessageExchange]>()
  let knownDirectPushes = Remembered<[DataID: [DirectPush]]>()
  let knownWaitingFanOuts = Remembered<[Int: [Int]]>()
  let knownDevices = Remembered<[Bool]>()
  let knownLearnedModels = Remembered<[Bool]>()

  /// Links whose ends the solution does not have are left out; a reader reports them.
  ///
  /// - Complexity: O(n + m).
  public convenience init(_ solution: Solution) {
    let links = SolutionGraph(ofLinksIn: solution)
    self.init(links, needs: NeedTable(of: links))
  }

  private init(_ other: SolutionGraph, needs: NeedTable) {
    solution = other.solution
    legs = other.legs
    traits = other.traits
    placements = other.placements
    graph = other.graph
    firstLegs = other.firstLegs
    availabilities = other.availabilities
    self.needs = needs
  }

  /// The graph before anybody asked what fails with what.
  private init(ofLinksIn solution: Solution) {
    var legs: [Leg] = []
    var firstLegs = [0]
    var traits: [Traits] = []
    legs.reserveCapacity(solution.links.count)
    traits.reserveCapacity(solution.links.count)
    firstLegs.reserveCapacity(solution.links.count + 1)
    for link in solution.links.indices {
      traits.append(Traits.of(solution.links[link]))
      if traits[link].isInUse { Self.append(legsOf: link, in: solution, to: &legs) }
      firstLegs.append(legs.count)
    }
    self.solution = solution
    self.legs = legs
    self.firstLegs = firstLegs
    self.traits = traits
    placements = Placement.table(of: solution)
    graph = DirectedGraph(
      vertexCount: solution.elements.count,
      edges: legs.map { DirectedGraph.Edge($0.source, $0.destination) })
    availabilities = solution.elements.indices.map { Self.availability(of: $0, in: solution) }
    needs = NeedTable()
  }

  private static func append(legsOf link: Int, in solution: Solution, to legs: inout [Leg]) {
    guard let source = solution.index(of: solution.links[link].source),
      let destination = solution.index(of: solution.links[link].destination)
    else { return }
    var near = source
    for stop in solution.links[link].through {
      guard let far = solution.index(of: stop) else { continue }
      legs.append(Leg(source: near, destination: far, link: link))
      near = far
    }
    legs.append(Leg(source: near, destination: destination, link: link))
  }

  /// The element at a vertex.
  public func element(_ vertex: Int) -> Element { solution.elements[vertex] }

  /// The id of the element at a vertex; cheaper than `element(_:)`, which copies it.
  public func elementID(_ vertex: Int) -> ElementID { solution.elements[vertex].id }

  /// The id of the link at a place in `solution.links`.
  public func linkID(_ place: Int) -> LinkID { solution.links[place].id }

  /// The graph of the legs that a condition keeps, with the place in `legs` of each of its edges.
  public func subgraph(where keeps: (Leg) -> Bool) -> (graph: DirectedGraph, legs: [Int]) {
    let kept = legs.indices.filter { keeps(legs[$0]) }
    let edges = kept.map { DirectedGraph.Edge(legs[$0].source, legs[$0].destination) }
    return (DirectedGraph(vertexCount: solution.elements.count, edges: edges), kept)
  }
}

extension SolutionGraph.Traits {
  // Not an initialiser: that would be given a copy of every link, and links are large.
  fileprivate static func of(_ link: Link) -> Self {
    Self(
      isFunctionallySynchronous: link.isFunctionallySynchronous, isHard: link.isHard,
      isInUse: link.isInUse, interaction: link.effectiveInteraction.value,
      category: link.option?.category, dataFlow: link.effectiveDataFlow.value,
      attempts: link.attempts)
  }
}
