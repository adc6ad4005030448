public import JSONText
public import SolutionGraph
import SolutionModel

/// Who has which data, how old it may be there, and what keeps messages long enough.
public struct DataSection: FigureSection {
  public static let name = "data"
  public static let title = "Data"
  public static let summary = "where data comes to and by what way, and how old its copies may be"

  private let graph: SolutionGraph
  private let places: [DataPlace]
  private let ages: [CopyAge]
  private let deliveries: [BufferedDelivery]
  private let writers: [DataID: [ElementID]]

  public init(of graph: SolutionGraph) {
    self.graph = graph
    places = graph.dataPlaces()
    ages = graph.copyAges()
    deliveries = graph.bufferedDeliveries()
    writers = graph.dataWriters()
  }

  public var tables: [FigureTable] { [ownerTable, ageTable, placeTable, deliveryTable] }

  private var ownerTable: FigureTable {
    FigureTable(
      "Who has the data", reading: "writers change it, or ask the master to",
      columns: [
        .words("data"), .words("confidentiality"), .words("master"), .words("writers"),
        .figures("places"), .figures("copies"),
      ],
      rows: graph.solution.data.map { object in
        let own = places.filter { $0.data == object.id }
        let keeping = own.filter { [.copy, .receiver].contains($0.role) }
        return [
          object.id.text, object.confidentiality?.rawValue ?? "unknown",
          object.masters.map(\.text).joined(separator: ", "),
          (writers[object.id] ?? []).map(\.text).joined(separator: ", "), String(own.count),
          String(keeping.count),
        ]
      }, whenEmpty: "the model has no data")
  }

  private var ageTable: FigureTable {
    let inOrder = ages.enumerated().sorted { left, right in
      let (one, other) = (lateness(left.element), lateness(right.element))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
    return FigureTable(
      "Age of copies",
      reading: "the oldest that data may be where it is read, on the quickest way from its master",
      columns: [
        .words("data"), .words("at"), .figures("age"), .figures("may be"), .words("way"),
      ],
      rows: inOrder.map { age in
        [
          age.data.text, age.element.text,
          (age.missing.isEmpty ? "" : "at least ") + QuantityWords.duration(age.age),
          age.freshness.map(QuantityWords.duration) ?? "",
          age.hops.map(\.link.text).joined(separator: ", "),
        ]
      }, whenEmpty: "no data with a master comes to another element")
  }

  /// How many times over its limit an age is, what has no limit last.
  private func lateness(_ age: CopyAge) -> Double {
    guard let freshness = age.freshness else { return -1 }
    return age.age / max(freshness, .milliseconds(1))
  }

  private var placeTable: FigureTable {
    let told = places.filter { place in
      place.role != .master
        && (graph.solution.data(place.data)?.confidentiality ?? .public) > .internal
    }
    return FigureTable(
      "Where confidential data comes to", reading: "the way from the master with the fewest links",
      columns: [.words("data"), .words("at"), .words("as"), .words("zone"), .words("way")],
      rows: told.map { place in
        [
          place.data.text, place.element.text, place.role.rawValue, zone(of: place) ?? "",
          place.path.elements.map(\.text).joined(separator: " → "),
        ]
      }, whenEmpty: "the model knows no confidential data that leaves its master")
  }

  private func zone(of place: DataPlace) -> String? {
    graph.solution.index(of: place.element).flatMap { graph.placements[$0].zone?.text }
  }

  private var deliveryTable: FigureTable {
    let told = deliveries.filter { $0.retention != nil || $0.outage != nil }
    return FigureTable(
      "Messages kept for receivers",
      reading: "kept longer than the longest outage is good; 1.5 times as long is usual",
      columns: [
        .words("link"), .figures("kept"), .figures("longest outage"), .words("because of"),
      ],
      rows: told.map { delivery in
        [
          graph.linkID(delivery.link).text,
          delivery.retention.map(QuantityWords.duration) ?? "unknown",
          delivery.outage.map(QuantityWords.duration) ?? "unknown",
          delivery.outageBasis?.rawValue ?? "",
        ]
      }, whenEmpty: "the model declares no retention, recovery time or service hours of receivers")
  }

  public var assumptions: [String] {
    [
      "a change waits the whole interval of a poll, and the longest interval of a schedule",
      "what is pushed arrives at once but for its declared latency",
      "links whose direction of data is unknown bring none",
      "business hours end on Friday 18:00 and begin on Monday 08:00",
    ]
  }

  private static let hop = SchemaForm.object([
    "link": SchemaForm.text, "to": SchemaForm.text, "waitS": SchemaForm.number,
    "workS": SchemaForm.number,
  ])

  public static let schema = SchemaForm.object([
    "entities": SchemaForm.map(
      to: SchemaForm.object([
        "confidentiality": SchemaForm.optionalText, "personal": SchemaForm.optionalText,
        "masters": SchemaForm.list(of: SchemaForm.text),
        "writers": SchemaForm.list(of: SchemaForm.text),
        "places": SchemaForm.map(
          to: SchemaForm.object([
            "role": SchemaForm.words(DataPlace.Role.allCases.map(\.rawValue)),
            "zone": SchemaForm.optionalText, "elements": SchemaForm.list(of: SchemaForm.text),
            "links": SchemaForm.list(of: SchemaForm.text),
          ])),
      ])),
    "ages": SchemaForm.list(
      of: SchemaForm.object([
        "data": SchemaForm.text, "element": SchemaForm.text, "ageS": SchemaForm.number,
        "freshnessS": SchemaForm.optionalNumber, "hops": SchemaForm.list(of: hop),
        "missing": SchemaForm.list(of: SchemaForm.text),
      ])),
    "deliveries": SchemaForm.map(
      to: SchemaForm.object([
        "receiver": SchemaForm.text, "retentionS": SchemaForm.optionalNumber,
        "outageS": SchemaForm.optionalNumber, "outageBasis": SchemaForm.optionalText,
      ])),
  ])

  public var value: JSONValue {
    let byData = Dictionary(grouping: places, by: \.data)
    return [
      "entities": .object(
        graph.solution.data.lazy.map { ($0.id.text, entity($0, byData[$0.id] ?? [])) }),
      "ages": .array(ages.map(value)),
      "deliveries": .object(
        deliveries.lazy.map { delivery in
          (
            graph.linkID(delivery.link).text,
            [
              "receiver": .string(delivery.receiver.text),
              "retentionS": Self.seconds(delivery.retention),
              "outageS": Self.seconds(delivery.outage),
              "outageBasis": JSONValue(delivery.outageBasis?.rawValue),
            ]
          )
        }),
    ]
  }

  private func entity(_ object: DataObject, _ places: [DataPlace]) -> JSONValue {
    [
      "confidentiality": JSONValue(object.confidentiality?.rawValue),
      "personal": JSONValue(object.personal?.rawValue),
      "masters": .strings(object.masters.map(\.text)),
      "writers": .strings((writers[object.id] ?? []).map(\.text)),
      "places": .object(
        places.lazy.map { place in
          (
            place.element.text,
            [
              "role": .string(place.role.rawValue), "zone": JSONValue(zone(of: place)),
              "elements": .strings(place.path.elements.map(\.text)),
              "links": .strings(place.path.links.map(\.text)),
            ]
          )
        }),
    ]
  }

  private func value(_ age: CopyAge) -> JSONValue {
    [
      "data": .string(age.data.text), "element": .string(age.element.text),
      "ageS": Self.seconds(age.age), "freshnessS": Self.seconds(age.freshness),
      "hops": .array(
        age.hops.map { hop in
          [
            "link": .string(hop.link.text), "to": .string(hop.destination.text),
            "waitS": Self.seconds(hop.wait), "workS": Self.seconds(hop.work),
          ]
        }),
      "missing": .strings(age.missing.map(\.description)),
    ]
  }

  private static func seconds(_ duration: Duration?) -> JSONValue {
    .figure(duration.map { $0 / .seconds(1) }, places: 3)
  }
}
