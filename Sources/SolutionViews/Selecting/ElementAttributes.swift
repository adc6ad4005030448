import SolutionModel

/// What predicates and colours can ask of elements, by the keys of the language.
///
/// Owner, domain, zone, external, lifecycle and criticality are those that an element has or takes
/// over from what is around it; an element is in every zone around its own. A key that the language
/// does not have is looked up among the element's own `fields`.
struct ElementAttributes: Sendable {
  typealias Reading = @Sendable (Element, ElementAttributes) -> [AttributeValue]

  private let solution: Solution
  private let outerZones: [ZoneID: ZoneID]

  init(_ solution: Solution) {
    self.solution = solution
    outerZones = Dictionary(
      solution.zones.compactMap { zone in zone.parent.map { (zone.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How to read a key; nil for one that only links have.
  static func reading(of key: String) -> Reading? {
    if let reading = table[key] { return reading }
    guard LinkAttributes.reading(of: key) == nil else { return nil }
    let name = key.hasPrefix("fields.") ? String(key.dropFirst(7)) : key
    return { element, _ in element.fields[name].map { [value(of: $0)] } ?? [] }
  }

  private static func value(of field: FieldValue) -> AttributeValue {
    switch field {
    case .word(let text), .text(let text), .link(let text): .word(text)
    case .number(let number): .quantity(Quantity(.count, number), text: field.text)
    case .date(let date): .quantity(Quantity(.date, Double(date.dayNumber)), text: field.text)
    }
  }

  /// A zone and those around it, the innermost first.
  private func zones(from zone: ZoneID?) -> [AttributeValue] {
    var found: [ZoneID] = []
    var next = zone
    while let zone = next, !found.contains(zone) {
      found.append(zone)
      next = outerZones[zone]
    }
    return found.map { .word($0.text) }
  }

  private static let table: [String: Reading] = identity.merging(qualities) { first, _ in first }

  private static let identity: [String: Reading] = [
    "id": { element, _ in [.path(element.id)] },
    "name": { element, _ in .word(element.name) },
    "kind": { element, _ in .word(element.kind) },
    "type": { element, _ in .word(element.type) },
    "parent": { element, _ in element.parent.map { [.path($0)] } ?? [] },
    "system": { element, here in
      here.solution.ancestry(of: element).filter { $0.kind == .system }.map { .path($0.id) }
    },
    "technology": { element, _ in .word(element.technology) },
    "summary": { element, _ in .word(element.summary) },
    "description": { element, _ in .word(element.description) },
    "owner": { element, here in .name(here.solution.owner(of: element).value) },
    "domain": { element, here in .name(here.solution.domain(of: element).value) },
    "zone": { element, here in here.zones(from: here.solution.zone(of: element).value) },
    "tag": { element, _ in .words(element.tags) },
    "tags": { element, _ in .words(element.tags) },
    "external": { element, here in .flag(here.solution.isExternal(element)) },
    "lifecycle": { element, here in .ranked(here.solution.lifecycle(of: element).value) },
    "end-of-life": { element, _ in .date(element.endOfLife) },
    "go-live": { element, _ in .date(element.goLive) },
    "documents": { element, _ in .words(element.documents) },
    "decisions": { element, _ in .words(element.decisions) },
    "icon": { element, _ in .word(element.icon) },
    "link": { element, _ in .word(element.link) },
    "todo": { element, _ in .word(element.todo) },
    "formerly": { element, _ in element.formerly.map { .path($0) } },
  ]

  private static let qualities: [String: Reading] = [
    "criticality": { element, here in .ranked(here.solution.criticality(of: element).value) },
    "availability": { element, _ in .share(element.availability?.fraction) },
    "latency": { element, _ in .duration(element.latency) },
    "instances": { element, _ in .count(element.instances) },
    "needs": { element, _ in .count(element.needs) },
    "failover": { element, _ in .word(element.failover) },
    "rto": { element, _ in .duration(element.rto) },
    "rpo": { element, _ in .duration(element.rpo) },
    "capacity": { element, _ in .rate(element.capacity) },
    "service-hours": { element, _ in .word(element.serviceHours) },
    "changeable": { element, _ in .flag(element.isChangeable) },
    "health-check": { element, _ in .word(element.healthCheck) },
    "monitoring": { element, _ in .ranked(element.monitoring) },
  ]
}
