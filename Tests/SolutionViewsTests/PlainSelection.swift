import SolutionModel
import TestSupport

/// Selectors by looking at everything, to compare with.
struct PlainSelection {
  let solution: Solution

  init(_ solution: Solution) { self.solution = solution }

  func choice(of selector: Selector) -> (elements: Set<ElementID>, links: Set<LinkID>) {
    switch selector {
    case .element(let id): (elements { $0 == id }, [])
    case .children(let id):
      (Set(solution.elements.filter { $0.parent == id }.map(\.id)), [])
    case .descendants(let id): (elements { isInside($0, id) && $0 != id }, [])
    case .incoming(let inner): (neighbours(of: choice(of: inner).elements, true, false), [])
    case .outgoing(let inner): (neighbours(of: choice(of: inner).elements, false, true), [])
    case .neighbours(let inner): (neighbours(of: choice(of: inner).elements, true, true), [])
    case .links(let near, let far): ([], links(choice(of: near).elements, choice(of: far).elements))
    case .predicate(let predicate):
      (
        Set(solution.elements.filter { PlainPredicate(solution).holds(predicate, $0) }.map(\.id)),
        Set(solution.links.filter { PlainPredicate(solution).holds(predicate, $0) }.map(\.id))
      )
    case .everything: (elements { _ in true }, Set(solution.links.map(\.id)))
    }
  }

  private func elements(where keeps: (ElementID) -> Bool) -> Set<ElementID> {
    Set(solution.elements.map(\.id).filter(keeps))
  }

  private func isInside(_ inner: ElementID, _ outer: ElementID) -> Bool {
    inner == outer || inner.text.hasPrefix(outer.text + ".")
  }

  private func neighbours(
    of chosen: Set<ElementID>, _ before: Bool, _ after: Bool
  ) -> Set<ElementID> {
    var found: Set<ElementID> = []
    for element in chosen {
      for link in solution.links where link.status != .retired {
        let stops = [link.source] + link.through + [link.destination]
        for (near, first) in stops.enumerated() {
          for second in stops[(near + 1)...] {
            if before, isInside(second, element), !isInside(first, element) { found.insert(first) }
            if after, isInside(first, element), !isInside(second, element) { found.insert(second) }
          }
        }
      }
    }
    return found
  }

  private func links(_ near: Set<ElementID>, _ far: Set<ElementID>) -> Set<LinkID> {
    let chosen = solution.links.filter { link in
      near.contains { isInside(link.source, $0) } && far.contains { isInside(link.destination, $0) }
    }
    return Set(chosen.map(\.id))
  }
}

/// Predicates over a few keys of every sort, written out by hand.
struct PlainPredicate {
  let solution: Solution

  init(_ solution: Solution) { self.solution = solution }

  func holds(_ predicate: Predicate, _ element: Element) -> Bool {
    answer(predicate) { key, comparison, value in
      switch key {
      case "kind": Self.equal(element.kind.rawValue, comparison, value)
      case "type": Self.equal(element.type?.rawValue, comparison, value)
      case "zone": Self.member(zones(of: element), comparison, value)
      case "tag": Self.member(element.tags, comparison, value)
      case "owner": Self.equal(solution.owner(of: element).value?.text, comparison, value)
      case "criticality":
        Self.ordered(
          solution.criticality(of: element).value?.rank, comparison,
          Criticality(rawValue: value)?.rank)
      case "availability":
        Self.ordered(
          element.availability.map { Int(($0.fraction * 10_000).rounded()) }, comparison,
          ["99%": 9900, "99.5%": 9950, "99.9%": 9990][value])
      default: nil
      }
    } == true
  }

  func holds(_ predicate: Predicate, _ link: Link) -> Bool {
    answer(predicate) { key, comparison, value in
      switch key {
      case "tag": Self.member(link.record.tags, comparison, value)
      case "interaction":
        Self.equal(link.effectiveInteraction.value?.rawValue, comparison, value)
      default: nil
      }
    } == true
  }

  static func random(depth: Int, _ random: inout SeededRandom) -> Predicate {
    let values: [(String, [String])] = [
      ("kind", ["app", "store", "system"]), ("type", ["web", "service", "erp", "queue"]),
      ("zone", ["inner", "office", "edge"]), ("tag", ["pci", "gdpr"]),
      ("owner", ["team0", "team1"]), ("criticality", ["medium", "core"]),
      ("availability", ["99.5%", "99.9%"]), ("interaction", ["sync", "async"]),
    ]
    let (key, words) = values[random.number(below: values.count)]
    let word = words[random.number(below: words.count)]
    let comparisons = Predicate.Comparison.allCases
    switch random.number(below: depth > 2 ? 3 : 6) {
    case 0: return .compare(key: key, comparisons[random.number(below: 6)], value: word)
    case 1: return .isOneOf(key: key, values: words)
    case 2: return .has(key: key)
    case 3: return .not(Self.random(depth: depth + 1, &random))
    case 4:
      return .and(Self.random(depth: depth + 1, &random), Self.random(depth: depth + 1, &random))
    default:
      return .or(Self.random(depth: depth + 1, &random), Self.random(depth: depth + 1, &random))
    }
  }

  private typealias Test = (String, Predicate.Comparison?, String) -> Bool?

  /// Kleene's three values as numbers: false 0, unknown 1, true 2.
  private func answer(_ predicate: Predicate, _ test: Test) -> Bool? {
    func number(_ predicate: Predicate) -> Int {
      switch answer(predicate, test) {
      case false: 0
      case nil: 1
      case true: 2
      }
    }
    func truth(_ number: Int) -> Bool? { [false, nil, true][number] }
    switch predicate {
    case .compare(let key, let comparison, let value): return test(key, comparison, value)
    case .isOneOf(let key, let values):
      return truth(
        values.map { number(.compare(key: key, .equal, value: $0)) }.max() ?? 0)
    case .has(let key): return test(key, nil, "")
    case .not(let inner): return truth(2 - number(inner))
    case .and(let left, let right): return truth(min(number(left), number(right)))
    case .or(let left, let right): return truth(max(number(left), number(right)))
    }
  }

  private func zones(of element: Element) -> [String] {
    switch solution.zone(of: element).value?.text {
    case "inner": ["inner", "office"]
    case let zone?: [zone]
    case nil: []
    }
  }

  private static func equal(
    _ own: String?, _ comparison: Predicate.Comparison?, _ value: String
  ) -> Bool? { member(own.map { [$0] } ?? [], comparison, value) }

  private static func member(
    _ own: [String], _ comparison: Predicate.Comparison?, _ value: String
  ) -> Bool? {
    switch comparison {
    case .equal: own.contains(value)
    case .notEqual: !own.contains(value)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: nil
    case nil: !own.isEmpty
    }
  }

  private static func ordered(
    _ own: Int?, _ comparison: Predicate.Comparison?, _ value: Int?
  ) -> Bool? {
    guard let comparison else { return own != nil }
    guard let own else {
      switch comparison {
      case .equal: return false
      case .notEqual: return true
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
      }
    }
    guard let value else { return nil }
    return switch comparison {
    case .equal: own == value
    case .notEqual: own != value
    case .less: own < value
    case .lessOrEqual: own <= value
    case .greater: own > value
    case .greaterOrEqual: own >= value
    }
  }
}
