public import SolutionGraph
public import SolutionModel

/// What selectors are looked up in; made once for a solution.
///
/// - `a` is the element itself; `a.*` and `a.**` are what lies in it, directly or at any depth.
/// - `-> a` is what uses it: everything that a link in use touches before it comes to `a` or to
///   something inside `a`. `a ->` is what such a link touches after. Nothing inside `a` counts.
/// - `a -> b` is the links, retired ones too, from `a` or something inside it to `b` or something
///   inside it; with others between where the link passes them.
/// - A predicate chooses the elements and the links for which it holds.
public struct SelectionIndex: Sendable {
  private let source: ViewSource
  private let attributes: ElementAttributes

  /// Prepares a solution.
  ///
  /// - Complexity: O(n + m).
  public init(_ graph: SolutionGraph) {
    self.init(ViewSource(graph, boxLimit: ViewCatalog.usualBoxLimit))
  }

  init(_ source: ViewSource) {
    self.source = source
    attributes = ElementAttributes(source.solution)
  }

  /// What some selectors choose and others do not take out again.
  ///
  /// Taking an element out takes out what lies in it. References to elements that the solution does
  /// not have choose nothing; a reader reports them.
  ///
  /// - Complexity: O(s (n + m)) for s selectors, but for neighbours also what their elements hold.
  public func selection(of selectors: [Selector], except: [Selector] = []) -> Selection {
    var reasons: [ElementPath.Subject: Selector] = [:]
    var out = Choice()
    for selector in except { out.formUnion(choice(of: selector)) }
    let hidden = closure(of: out.elements)
    var elements: Set<Int> = []
    var links: Set<Int> = []
    for selector in selectors {
      let choice = choice(of: selector)
      for element in choice.elements
      where !hidden.contains(element) && elements.insert(element).inserted {
        reasons[source.subject(of: element)] = selector
      }
      for link in choice.links where !out.links.contains(link) && links.insert(link).inserted {
        reasons[.link(source.solution.links[link].id)] = selector
      }
    }
    return Selection(
      elements: elements.sorted().map { source.solution.elements[$0].id },
      links: links.sorted().map { source.solution.links[$0].id }, reasons: reasons)
  }

  /// What one selector chooses.
  public func selection(of selector: Selector) -> Selection { selection(of: [selector]) }

  /// Places in the solution's lists.
  struct Choice {
    var elements: Set<Int> = []
    var links: Set<Int> = []

    mutating func formUnion(_ other: Self) {
      elements.formUnion(other.elements)
      links.formUnion(other.links)
    }
  }

  func choice(of selector: Selector) -> Choice {
    switch selector {
    case .element(let id): Choice(elements: Set([source.solution.index(of: id)].compactMap(\.self)))
    case .children(let id): Choice(elements: inside(id) { source.tree.children(of: $0) })
    case .descendants(let id):
      Choice(elements: inside(id) { Array(source.tree.subtree(of: $0).dropFirst()) })
    case .incoming(let inner):
      Choice(elements: neighbours(of: choice(of: inner).elements, before: true, after: false))
    case .outgoing(let inner):
      Choice(elements: neighbours(of: choice(of: inner).elements, before: false, after: true))
    case .neighbours(let inner):
      Choice(elements: neighbours(of: choice(of: inner).elements, before: true, after: true))
    case .links(let near, let far):
      Choice(links: links(from: choice(of: near).elements, to: choice(of: far).elements))
    case .predicate(let predicate): choice(of: predicate)
    case .everything:
      Choice(
        elements: Set(source.solution.elements.indices), links: Set(source.solution.links.indices))
    }
  }

  private func inside(_ id: ElementID, _ parts: (Int) -> [Int]) -> Set<Int> {
    source.solution.index(of: id).map { Set(parts($0)) } ?? []
  }

  private func choice(of predicate: Predicate) -> Choice {
    let solution = source.solution
    let elements = PredicateTest<Int>(predicate) { key in
      ElementAttributes.reading(of: key).map { read in
        { place in read(solution.elements[place], attributes) }
      }
    }
    let links = PredicateTest<Int>(predicate) { key in
      LinkAttributes.reading(of: key).map { read in
        { place in read(solution.links[place], solution) }
      }
    }
    return Choice(
      elements: Set(solution.elements.indices.filter { elements.holds(for: $0) }),
      links: Set(solution.links.indices.filter { links.holds(for: $0) }))
  }

  private func closure(of elements: Set<Int>) -> Set<Int> {
    var all: Set<Int> = []
    for element in elements where !all.contains(element) {
      all.formUnion(source.tree.subtree(of: element))
    }
    return all
  }

  private func neighbours(of elements: Set<Int>, before: Bool, after: Bool) -> Set<Int> {
    var found: Set<Int> = []
    for element in elements {
      for part in source.tree.subtree(of: element) {
        for link in source.links(at: part) where source.isInUse(link) {
          let stops = source.stops[link]
          for (place, stop) in stops.enumerated() where stop == part {
            let near = before ? stops[..<place] : []
            let far = after ? stops[(place + 1)...] : []
            for other in near + far where !source.tree.contains(element, other) {
              found.insert(other)
            }
          }
        }
      }
    }
    return found
  }

  private func links(from near: Set<Int>, to far: Set<Int>) -> Set<Int> {
    let sources = closure(of: near)
    let destinations = closure(of: far)
    var found: Set<Int> = []
    for element in sources {
      for link in source.links(at: element) where source.stops[link].first == element {
        if let last = source.stops[link].last, destinations.contains(last) { found.insert(link) }
      }
    }
    return found
  }
}
