import GraphAlgorithms
public import SolutionModel

/// How old data may be where it is read, on the quickest way from its master.
public struct CopyAge: Hashable, Sendable {
  /// One way of a data entity over one link.
  public struct Hop: Hashable, Sendable {
    public let link: LinkID
    /// The element that has the data behind it.
    public let destination: ElementID
    /// The longest time that a change waits for the next poll or run.
    public let wait: Duration
    /// What the poll, the run or the message itself takes.
    public let work: Duration
  }

  /// What asks for an age.
  public enum Need: Hashable, Sendable {
    /// The `freshness` of a copy of the data entity.
    case copy
    /// The `freshness` of the last link.
    case link
  }

  public let data: DataID
  /// The element that keeps or gets the data.
  public let element: ElementID
  /// At least, where facts are missing.
  public let age: Duration
  /// From the master to the element; times of 0 between an app and its own store are left out.
  public let hops: [Hop]
  /// How old it may be; nil where nothing says so.
  public let freshness: Duration?
  public let need: Need?
  /// What is not known of the way: each the attribute of a link that would tell.
  public let missing: [ElementPath]
}

extension SolutionGraph {
  /// The age of every copy that a data entity with a master reaches: of those that its `copies` or a
  /// link's `freshness` ask about, and of all other elements that it comes to; by data, then by
  /// element.
  ///
  /// A change waits the whole interval of a poll and the longest interval of a schedule. Where two runs
  /// that follow on one another both have times of day, the second one waits only from the end of the
  /// first. Of several ways the quickest counts. What is pushed arrives at once but for its latency.
  ///
  /// - Complexity: O(h log h) in the hops of each data entity; where many scheduled links meet at one
  ///   element their times of day are left out of account.
  public func copyAges() -> [CopyAge] {
    let streams = dataStreams()
    let accesses = storeAccesses()
    let timing = HopTimings(of: self)
    return solution.data.flatMap { object -> [CopyAge] in
      guard !object.masters.isEmpty, let own = streams[object.id], !own.isEmpty else { return [] }
      let hops = own.map {
        AgeSearch.Edge($0.source, $0.destination, link: $0.link, isLocal: false)
      }
      let local = (accesses[object.id] ?? []).flatMap { access in
        [
          AgeSearch.Edge(access.source, access.destination, link: access.link, isLocal: true),
          AgeSearch.Edge(access.destination, access.source, link: access.link, isLocal: true),
        ]
      }
      let masters = object.masters.compactMap { solution.index(of: $0) }
        .map { placements[$0].host }
      let search = AgeSearch(over: hops + local, from: Set(masters), timing)
      return ages(of: object, search)
    }
  }

  /// By data object, the links over which an app works on a store with it.
  func storeAccesses() -> [DataID: [(source: Int, destination: Int, link: Int)]] {
    var accesses: [DataID: [(source: Int, destination: Int, link: Int)]] = [:]
    for link in traits.indices where traits[link].isInUse {
      guard traits[link].category == .centralData || solution.links[link].via == nil,
        let source = legs(of: link).first?.source,
        let destination = legs(of: link).last?.destination,
        solution.elements[destination].kind == .store
      else { continue }
      let ends = (placements[source].host, placements[destination].host, link)
      for data in Set(solution.links[link].carries) { accesses[data, default: []].append(ends) }
    }
    return accesses
  }

  private func ages(of object: DataObject, _ search: AgeSearch) -> [CopyAge] {
    var found: [CopyAge] = []
    var isAsked: Set<Int> = []
    for copy in object.copies {
      guard let vertex = solution.index(of: copy.element).map({ placements[$0].host }),
        isAsked.insert(vertex).inserted, let edge = search.quickest(to: vertex)
      else { continue }
      let need: CopyAge.Need? = copy.freshness == nil ? nil : .copy
      found.append(
        age(of: object, search, edge, copy.element, freshness: copy.freshness, need))
    }
    for edge in search.edges.indices where search.age(of: edge) != nil {
      let link = search.edges[edge].link
      guard !search.edges[edge].isLocal, let freshness = solution.links[link].timing.freshness
      else { continue }
      let vertex = search.edges[edge].destination
      found.append(
        age(of: object, search, edge, elementID(vertex), freshness: freshness, .link))
      isAsked.insert(vertex)
    }
    for vertex in search.reached where !isAsked.contains(vertex) && !isChannel(vertex) {
      guard let edge = search.quickest(to: vertex) else { continue }
      found.append(age(of: object, search, edge, elementID(vertex), freshness: nil, nil))
    }
    return found.enumerated().sorted {
      ($0.element.element, $0.offset) < ($1.element.element, $1.offset)
    }.map(\.element)
  }

  private func age(
    of object: DataObject, _ search: AgeSearch, _ edge: Int, _ element: ElementID,
    freshness: Duration?, _ need: CopyAge.Need?
  ) -> CopyAge {
    let way = search.way(to: edge)
    var missing: [ElementPath] = []
    var hops: [CopyAge.Hop] = []
    for step in way where !search.edges[step.edge].isLocal {
      let link = search.edges[step.edge].link
      let time = search.timings[link]
      missing += time.missing.map { .link(linkID(link), $0) }
      hops.append(
        CopyAge.Hop(
          link: linkID(link), destination: elementID(search.edges[step.edge].destination),
          wait: .seconds(step.wait * 60), work: .seconds(time.work * 60)))
    }
    return CopyAge(
      data: object.id, element: element,
      age: hops.reduce(.zero) { $0.added($1.wait).added($1.work) }, hops: hops,
      freshness: freshness, need: need, missing: missing)
  }
}

/// How long a change waits at each link, and how long it then takes, in minutes.
struct HopTimings {
  struct Timing {
    var wait = 0.0
    var work = 0.0
    var starts: [Int] = []
    /// The keys that would tell what is not known.
    var missing: [String] = []
  }

  private let timings: [Timing]

  subscript(link: Int) -> Timing { timings[link] }

  /// - Complexity: O(m).
  init(of graph: SolutionGraph) {
    timings = graph.traits.indices.map { Self.timing(of: $0, in: graph) }
  }

  private static func timing(of link: Int, in graph: SolutionGraph) -> Timing {
    let declared = graph.solution.links[link].timing
    var timing = Timing()
    timing.work = (declared.latency ?? .zero) / .seconds(60)
    if let poll = declared.poll {
      timing.wait = poll / .seconds(60)
    } else if let run = graph.batchRun(of: link, inYears: 0), let period = run.period {
      timing.wait = period / .seconds(60)
      timing.starts = run.startsAreDeclared ? run.starts : []
      if let length = run.length {
        timing.work = length / .seconds(60)
      } else {
        timing.missing = ["throughput"]
      }
    } else {
      timing.missing = missing(link, in: graph)
    }
    return timing
  }

  private static func missing(_ link: Int, in graph: SolutionGraph) -> [String] {
    switch graph.traits[link].interaction {
    case nil: return ["via"]
    case .batch: return ["schedule"]
    case .synchronous, .asynchronous, .userInterface: break
    }
    switch graph.solution.links[link].effectiveTrigger.value {
    case .poll: return ["poll"]
    case .schedule, .manual: return ["schedule"]
    case .user, .call, .event, .change, .continuous, nil: return []
    }
  }
}
