public import SolutionModel

/// Small solutions made without reading a file.
public enum SolutionSamples {
  /// The order-to-cash example: a system with two apps and a store, an external one, a channel, a
  /// person, every kind of interaction, and a flow with all forms of step.
  public static let orderToCash = Solution(
    name: "Order to cash",
    teams: [Team(id: TeamID("sales"), name: "Sales IT")],
    elements: orderElements,
    data: [DataObject(id: DataID("order"), name: "Order")],
    links: orderLinks,
    flows: [takeOrder])

  /// The id of an element by its path.
  public static func id(_ path: String) -> ElementID { ElementID(path) }

  /// An element by its path; its parent is what stands before the last dot.
  public static func element(
    _ path: String, _ kind: ElementKind, _ name: String? = nil, type: String? = nil,
    change: (inout Element) -> Void = { _ in }
  ) -> Element {
    let parent = path.lastIndex(of: ".").map { ElementID(String(path[..<$0])) }
    var element = Element(id: ElementID(path), kind: kind, parent: parent, name: name)
    element.type = type.map(ElementType.init(rawValue:))
    change(&element)
    return element
  }

  /// A link by the paths of its ends.
  public static func link(
    _ source: String, _ destination: String, _ label: String? = nil, via: String? = nil,
    id: String? = nil, change: (inout Link) -> Void = { _ in }
  ) -> Link {
    var link = Link(
      from: ElementID(source), to: ElementID(destination), id: id.map { LinkID($0) },
      hasDeclaredID: id != nil)
    link.label = label
    link.via = via.map { OptionID($0) }
    change(&link)
    return link
  }

  private static let orderElements = [
    element("buyer", .person, "Buyer"),
    element("commerce", .system, "Commerce"),
    element("commerce.shop", .application, "Web shop", type: "web") {
      $0.technology = "Mendix 10"
      $0.summary = "Shows the catalogue, keeps the basket and takes orders from buyers."
      $0.owner = TeamID("sales")
      $0.criticality = .core
    },
    element("commerce.ordering", .application, "Ordering", type: "service") {
      $0.summary = "Checks and stores orders, and tells everybody else."
      $0.instances = 2
      $0.criticality = .core
    },
    element("commerce.orders-db", .store, "Orders", type: "relational") {
      $0.technology = "PostgreSQL 16"
    },
    element("erp", .system, "ERP", type: "erp") {
      $0.isExternal = true
      $0.lifecycle = .frozen
    },
    element("events", .channel, "Business events", type: "topic") { $0.technology = "Kafka" },
    element("insight", .system, "Insight", type: "bi") { $0.lifecycle = .planned },
  ]

  private static let orderLinks = [
    link("buyer", "commerce.shop", "places orders", via: "ui-web-link"),
    link("commerce.shop", "commerce.ordering", "submits the order", via: "rest"),
    link("commerce.ordering", "commerce.orders-db", "reads and writes", via: "sql"),
    link("commerce.ordering", "events", "publishes order placed", via: "topic"),
    link("events", "erp", "delivers orders", via: "topic"),
    link("erp", "insight", "sends the postings of the day", via: "sftp") { $0.status = .proposed },
    link("commerce.shop", "erp", "asks for prices"),
  ]

  private static var takeOrder: Flow {
    var flow = Flow(id: FlowID("take-order"), name: "A buyer places an order")
    flow.steps = [
      .link(LinkID("buyer->commerce.shop")),
      .work(at: ElementID("commerce.shop"), takes: .milliseconds(300)),
      .link(LinkID("commerce.shop->commerce.ordering")),
      .parallel([
        .link(LinkID("commerce.ordering->commerce.orders-db")),
        .link(LinkID("commerce.ordering->events")),
      ]),
      .optional([.link(LinkID("events->erp"))]),
    ]
    return flow
  }
}
