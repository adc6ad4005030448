import SolutionModel
import SourceText
import YAMLSyntax

/// The keys of people, apps, systems, stores, channels and modules.
enum ElementSchema {
  typealias Key = SchemaKey<Element>

  static func schema(for kind: ElementKind) -> RecordSchema<Element> {
    switch kind {
    case .person: person
    case .system: system
    case .application: application
    case .module: module
    case .store: store
    case .channel: channel
    }
  }

  /// The kinds of element that may stand inside one of another kind.
  static func kinds(inside kind: ElementKind) -> [ElementKind] {
    switch kind {
    case .system: [.system, .application, .store, .channel]
    case .application: [.module]
    case .person, .module, .store, .channel: []
    }
  }

  /// The sections of all kinds, in their order.
  static let sections = TextTable(ElementKind.allCases.map(\.section))

  private static let person = make(.person)
  private static let system = make(.system)
  private static let application = make(.application)
  private static let module = make(.module)
  private static let store = make(.store)
  private static let channel = make(.channel)

  private static func make(_ kind: ElementKind) -> RecordSchema<Element> {
    let parts = kinds(inside: kind).map(partsKey)
    return RecordSchema(
      kind.rawValue, kind.phrase, shorthand: "name",
      groups: [
        .init(title: "What it is", keys: identity),
        .init(title: "Which sort", keys: [typeKey(for: [kind])]),
        .init(title: "Where it belongs", keys: place),
        .init(title: "Its time", keys: lifetime),
        .init(title: "How well it runs", keys: qualities),
        .init(title: "How it is run", keys: operation),
        .init(title: "What is written about it", keys: record),
      ] + (parts.isEmpty ? [] : [.init(title: "What is inside", keys: parts)]))
  }

  /// What may stand under `extend`, whatever the kind of the element.
  static let extensions = RecordSchema<Element>(
    "extension", "an extension",
    groups: [
      .init(
        title: "",
        keys: identity + [typeKey(for: ElementKind.allCases)] + place + lifetime + qualities
          + operation + record + ElementKind.allCases.filter { $0 != .person }.map(partsKey))
    ])

  private static let identity: [Key] = [
    Key("name", .text, replacing: \.name, "What people call it")
      .usually("the last part of the id"),
    Key("summary", .text, \.summary, "One sentence that says what it is for"),
    Key("description", .markdown, \.description, "All there is to know, in Markdown"),
    Key("technology", .text, \.technology, "What it is made with, as in `PostgreSQL 16`"),
    Key("tags", .list(of: .text), adding: \.tags, "Words to select it by"),
    Key("icon", .icon, \.icon, "The name of the icon on its card"),
    Key("link", .address, \.link, "Where to read more"),
  ]

  private static let place: [Key] = [
    Key("owner", .team, \.owner, "The team that answers for it").usually(
      "that of what is around it"),
    Key(
      "domain", .domain, \.domain,
      "The business area; where the model declares no `domains`, any id"
    ).usually("that of what is around it"),
    Key("zone", .zone, \.zone, "The network or trust zone").usually("that of what is around it"),
    Key("external", .flag, \.isExternal, "Whether somebody outside the solution runs it")
      .usually("that of what is around it, or false"),
    Key("changeable", .flag, \.isChangeable, "False when nobody may or can change it"),
  ]

  private static let lifetime: [Key] = [
    Key("lifecycle", .word, \.lifecycle, "Where it stands between plan and end"),
    Key("go-live", .date, \.goLive, "The day from which it serves"),
    Key("end-of-life", .date, \.endOfLife, "The day on which it, or support for it, ends"),
  ]

  private static let qualities: [Key] = [
    Key("criticality", .word, \.criticality, "How much the business depends on it")
      .usually("that of what is around it"),
    Key(
      "availability", .availability, \.availability,
      "The share of time in which one instance answers"),
    Key("latency", .duration, \.latency, "Its own processing time, p95, without what it waits for"),
    Key("capacity", .rate, \.capacity, "What it can serve with all instances"),
    Key("rto", .duration(usually: "h"), \.rto, "The recovery time objective"),
    Key("rpo", .duration(usually: "h"), \.rpo, "The recovery point objective"),
    Key(
      "service-hours", .text, \.serviceHours, "When it must serve, as in `24x7` or `business-hours`"
    ),
  ]

  private static let operation: [Key] = [
    Key("instances", .count(from: 1, to: 100_000), \.instances, "How many run side by side")
      .usually("1"),
    Key("needs", .count(from: 1, to: 100_000), \.needs, "How many of the instances must be up")
      .usually("1"),
    Key("failover", .word, \.failover, "How it takes over when an instance fails"),
    Key(
      "provider", .element, \.provider, "The cloud, cluster or host that it runs on, and fails with"
    )
    .usually("that of what is around it"),
    Key("health-check", .word, \.healthCheck, "Whether and how it tells that it is well"),
    Key("monitoring", .word, \.monitoring, "How closely it is watched"),
  ]

  private static let record: [Key] = [
    Key("documents", .list(of: .text), adding: \.documents, "Documents about it"),
    Key("decisions", .list(of: .text), adding: \.decisions, "Decisions about it"),
    Key("todo", .text, \.todo, "What is still to be found out"),
    Key(
      "fields", .map(keys: .fieldName, of: .fieldValue), adds: true,
      "Extra facts that the profile declares"
    ) {
      node, element, reading in reading.readFields(node, into: &element)
    },
    Key("formerly", .list(of: .formerID), "Ids that it had before") { node, element, reading in
      element.formerly += reading.formerIDs(in: node, of: element)
    },
  ]

  private static func typeKey(for kinds: [ElementKind]) -> Key {
    let words = kinds.flatMap { ElementType.known(for: $0).map(\.rawValue) }
    let distinct = words.enumerated().filter { !words[..<$0.offset].contains($0.element) }
    return Key("type", .word(distinct.map(\.element)), "A refinement of the kind") {
      node, element, reading in
      if let type = reading.elementType(node, of: element.kind) { element.type = type }
    }
  }

  /// The key of a section inside an element.
  ///
  /// Its members are declared before any key is read.
  private static func partsKey(_ kind: ElementKind) -> Key {
    let form = ValueForm.map(keys: .identifier, of: .record { schema(for: kind).form })
    return Key(kind.section, form, adds: true, kind.sectionSummary) { _, _, _ in }
  }
}

extension ElementKind {
  /// What its section holds.
  var sectionSummary: String {
    switch self {
    case .person: "The people, or groups of people, who use the solution"
    case .system: "The systems; each may hold systems, apps, stores and channels"
    case .application: "The apps: what is deployed and runs by itself"
    case .module: "The modules of an app"
    case .store: "The data stores"
    case .channel: "The queues, topics, streams, buses and file drops"
    }
  }
}

extension TextForm {
  fileprivate static let fieldName = TextForm(
    phrase: "the name of a field", plural: "names of fields", pattern: TextForm.identifier.pattern)
}

extension ValueForm {
  fileprivate static let fieldValue = ValueForm.either([
    .text(.plain), .number(-1e15...1e15), .unit(.date),
  ])
  fileprivate static let formerID = ValueForm.text(
    TextForm(phrase: "an id", plural: "ids", pattern: nil))
}
