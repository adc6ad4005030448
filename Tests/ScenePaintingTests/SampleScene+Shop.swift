import DiagramScene
import SolutionModel

extension SampleScene {
  /// Twelve elements in two frames, with every stroke.
  static var shop: Self {
    var scene = Self()
    scene.addFrame(
      "commerce", "Commerce", note: "system",
      Rect(origin: Point(0, 136), size: Size(540, 480)))
    scene.addFrame(
      "fulfilment", "Fulfilment", note: "system",
      Rect(origin: Point(600, 448), size: Size(252, 392)))
    scene.add(
      "buyer", "Buyer", .person, .person, note: "person",
      summary: "Buys goods and follows the delivery",
      at: 156, 0)
    scene.add(
      "commerce.shop", "Web shop", .web, .application, note: "web app · Mendix 10",
      summary: "Catalogue, basket and check-out in the browser", at: 156, 180, frame: 0, focus: true
    )
    scene.add(
      "commerce.ordering", "Ordering", .service, .application, note: "service · Swift 6",
      summary: "Validates baskets, takes orders, quotes prices", chips: ["2 ×"], at: 24, 336,
      frame: 0, redundant: true)
    scene.add(
      "commerce.orders-db", "Orders", .relational, .store, note: "relational store · PostgreSQL 16",
      summary: "Orders, customers and payments", at: 24, 512, frame: 0)
    scene.add(
      "commerce.search", "Article search", .search, .store, note: "search index · OpenSearch",
      summary: "Full text of the catalogue", at: 296, 512, frame: 0)
    scene.add(
      "events", "Business events", .topic, .channel, note: "topic · Kafka",
      summary: "Order and stock events, kept for 7 days", at: 296, 680)
    scene.add(
      "payment", "Payment provider", .cloud, .external, note: "SaaS product",
      summary: "Authorises and settles card payments", chips: ["external"], at: 616, 196,
      external: true)
    scene.add(
      "erp", "Enterprise resource planning", .erp, .external, note: "ERP system",
      summary: "Books revenue", chips: ["external", "frozen"], at: 24, 680, lifecycle: .frozen,
      external: true)
    scene.add(
      "fulfilment.picking", "Picking service", .service, .application, note: "service · Go",
      summary: "Plans picking routes through the aisles", at: 616, 492, frame: 1)
    scene.add(
      "fulfilment.stock", "Stock database", .relational, .store, note: "relational store · MariaDB",
      summary: "Stock levels and movements", at: 616, 740, frame: 1)
    scene.connectShop()
    scene.explainShop()
    return scene
  }

  private mutating func connectShop() {
    connect(
      0, 1, "places orders", "ui-web-link", .userInterface,
      through: [Point(266, 88), Point(266, 180)], label: Point(330, 116))
    connect(
      1, 2, "submits the order", "rest", through: [Point(220, 284), Point(160, 336)],
      label: Point(250, 316))
    connect(
      2, 3, "reads and writes", "sql", through: [Point(134, 452), Point(134, 512)],
      label: Point(190, 482))
    connect(
      2, 5, "publishes order placed", "topic", .asynchronous,
      through: [Point(244, 420), Point(300, 450), Point(270, 600), Point(340, 680)],
      label: Point(230, 640))
    connect(
      5, 4, "feeds article changes", "topic", .asynchronous,
      through: [Point(406, 680), Point(406, 600)], label: Point(466, 640))
    connect(
      1, 6, "authorises payments", "rest", through: [Point(376, 232), Point(616, 232)],
      label: Point(480, 232))
    connect(
      5, 8, "delivers order events", "topic", .asynchronous,
      through: [Point(516, 720), Point(570, 700), Point(560, 560), Point(616, 540)],
      label: Point(560, 620))
    connect(
      5, 7, "posts revenue every night", "sftp", .batch,
      through: [Point(296, 724), Point(244, 724)], label: Point(270, 780))
    connect(
      8, 9, "books out articles", "", .unknown, through: [Point(726, 584), Point(726, 740)],
      label: Point(780, 664))
  }

  private mutating func explainShop() {
    explain(.icon(.person, .person), "person")
    explain(.icon(.web, .application), "web app")
    explain(.icon(.service, .application), "service")
    explain(.icon(.relational, .store), "relational store")
    explain(.icon(.search, .store), "search index")
    explain(.icon(.topic, .channel), "topic")
    explain(.icon(.cloud, .external), "SaaS product")
    explain(.icon(.erp, .external), "ERP system")
    explain(.stroke(.synchronous), "synchronous")
    explain(.stroke(.asynchronous), "asynchronous")
    explain(.stroke(.batch), "batch")
    explain(.stroke(.userInterface), "on screen")
    explain(.stroke(.unknown), "interaction unknown")
    explain(.border("external"), "external")
    explain(.border("frozen"), "frozen")
    explain(.border("redundant"), "several instances")
    explain(.border("focus"), "in focus")
    explain(
      .text, "An arrow starts where the interaction starts; out of a channel it is the delivery")
  }
}

extension Overlay {
  /// Marks of each level on cards, a frame and arrows of the shop.
  static var shop: Self {
    Self(marks: [
      .element(ElementID("commerce.ordering")): Mark(
        level: .warning, count: 3, messages: ["'ordering' is a hub", "no owner"]),
      .element(ElementID("commerce.orders-db")): Mark(
        level: .error, count: 1, messages: ["'orders-db' is a single point of failure"]),
      .element(ElementID("commerce")): Mark(level: .note, count: 2, messages: ["no owner"]),
      .element(ElementID("events")): Mark(level: .note, count: 12, messages: ["no retention"]),
      .link(LinkID("commerce.shop->payment")): Mark(
        level: .error, count: 1, messages: ["no timeout"]),
      .link(LinkID("events->erp")): Mark(level: .warning, count: 2, messages: ["no dead letter"]),
    ])
  }
}
