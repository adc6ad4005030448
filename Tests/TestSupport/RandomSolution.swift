public import SolutionModel

/// Solutions with everything in them that views and selections care about, from a seed.
public enum RandomSolution {
  /// A solution of about `size` elements and twice as many links; `order` shuffles the lists that it
  /// is made of, which must make no difference.
  public static func solution(size: Int, seed: Int, order: Int = 0) -> Solution {
    var random = SeededRandom(seed: seed)
    let elements = elements(size, &random)
    let links = links(elements, &random)
    let flows = flows(links, &random)
    var shuffling = SeededRandom(seed: order)
    func mixed<Member>(_ members: [Member]) -> [Member] {
      order == 0 ? members : members.shuffled(using: &shuffling)
    }
    return Solution(
      name: "Random \(seed)",
      teams: mixed(names("team", 4).map { Team(id: TeamID($0)) }),
      domains: mixed(names("domain", 5).map { BusinessDomain(id: DomainID($0)) }),
      zones: mixed(zones), elements: mixed(elements), links: mixed(links), flows: mixed(flows))
  }

  private static let zones = [
    Zone(id: ZoneID("inner"), parent: ZoneID("office")), Zone(id: ZoneID("office")),
    Zone(id: ZoneID("edge")),
  ]

  private static func names(_ stem: String, _ count: Int) -> [String] {
    (0..<count).map { "\(stem)\($0)" }
  }

  private static func elements(_ size: Int, _ random: inout SeededRandom) -> [Element] {
    var elements: [Element] = []
    for number in 0..<max(1, size) {
      let parent = random.chance(0.7) ? elements.randomElement(using: &random) : nil
      elements.append(element(number, inside: parent, &random))
    }
    return elements
  }

  private static func element(
    _ number: Int, inside candidate: Element?, _ random: inout SeededRandom
  ) -> Element {
    let parent = candidate.flatMap { [.system, .application].contains($0.kind) ? $0 : nil }
    let kinds: [ElementKind] =
      switch parent?.kind {
      case .application: [.module]
      case .system: [.system, .application, .application, .store, .channel]
      default: [.person, .system, .system, .application, .store, .channel]
      }
    let kind = kinds.randomElement(using: &random) ?? .system
    let path = (parent.map { "\($0.id)." } ?? "") + "e\(number)"
    var element = Element(id: ElementID(path), kind: kind, parent: parent?.id)
    if random.chance(0.6) {
      element.type = ElementType.known(for: kind).randomElement(using: &random)
    }
    if random.chance(0.4) { element.domain = DomainID("domain\(random.number(below: 5))") }
    if random.chance(0.4) { element.owner = TeamID("team\(random.number(below: 4))") }
    if random.chance(0.4) {
      element.zone = ["inner", "office", "edge"].randomElement(using: &random).map { ZoneID($0) }
    }
    if random.chance(0.4) {
      element.criticality = Criticality.allCases.randomElement(using: &random)
    }
    if random.chance(0.3) { element.lifecycle = Lifecycle.allCases.randomElement(using: &random) }
    if random.chance(0.2) { element.isExternal = random.chance(0.5) }
    if random.chance(0.3) { element.tags = ["pci", "gdpr"].filter { _ in random.chance(0.6) } }
    if random.chance(0.4) {
      element.availability = Availability(
        percent: [99, 99.5, 99.9].randomElement(using: &random) ?? 99)
    }
    return element
  }

  private static func links(_ elements: [Element], _ random: inout SeededRandom) -> [Link] {
    let options = IntegrationOption.catalogue
    return (0..<elements.count * 2).map { number in
      let source = elements[random.number(below: elements.count)].id
      let destination = elements[random.number(below: elements.count)].id
      var link = Link(
        from: source, to: destination, id: LinkID("link\(number)"), hasDeclaredID: true)
      if random.chance(0.7) { link.label = "label \(random.number(below: 20))" }
      if random.chance(0.6) { link.via = options[random.number(below: options.count)].id }
      if random.chance(0.3) { link.status = LinkStatus.allCases.randomElement(using: &random) }
      if random.chance(0.15) {
        link.through = (0...random.number(below: 2)).map { _ in
          elements[random.number(below: elements.count)].id
        }
      }
      return link
    }
  }

  private static func flows(_ links: [Link], _ random: inout SeededRandom) -> [Flow] {
    (0..<3).map { number in
      var flow = Flow(id: FlowID("flow\(number)"))
      flow.steps = (0..<5).map { _ in step(links, depth: 0, &random) }
      return flow
    }
  }

  private static func step(
    _ links: [Link], depth: Int, _ random: inout SeededRandom
  ) -> FlowStep {
    let link = FlowStep.link(links[random.number(below: links.count)].id)
    guard depth < 3, random.chance(0.4) else { return link }
    var inner: [FlowStep] = []
    for _ in 0...random.number(below: 3) { inner.append(step(links, depth: depth + 1, &random)) }
    switch random.number(below: 3) {
    case 0: return .parallel(inner)
    case 1: return .optional(inner)
    default: return .repeated(times: 2 + random.number(below: 3), inner)
    }
  }
}
