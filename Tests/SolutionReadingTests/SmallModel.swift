/// The small model of the language's own page.
enum SmallModel {
  static let text = """
    lintel: 1
    solution: Order to cash
    owner: sales

    teams:
      sales:   Sales IT
      finance: { name: Finance IT, developers: 4, support: business-hours }

    people:
      buyer: Buyer

    systems:
      commerce:
        name: Commerce
        domain: sales
        apps:
          shop:     { name: Web shop, type: web, technology: Mendix 10, owner: sales, criticality: core, availability: 99.9% }
          ordering: { name: Ordering, type: service, owner: sales, criticality: core, availability: 99.9%, instances: 2 }
        stores:
          orders-db: { name: Orders, type: relational, technology: PostgreSQL 16, availability: 99.95% }
      erp: { name: ERP, external: true, type: erp, lifecycle: frozen, availability: 99.5% }

    channels:
      events: { name: Business events, type: topic, technology: Kafka, availability: 99.95% }

    data:
      order: { class: transactional, master: ordering, confidentiality: confidential, personal: personal }

    links:
      - buyer -> shop: places orders
        via: ui-web-link
      - shop -> ordering: submits the order
        via: rest
        carries: [order]
        timeout: 3s
      - ordering -> orders-db: reads and writes
        via: sql
      - ordering -> events: publishes order placed
        via: topic
        carries: [order]
      - events -> erp: delivers orders
        via: topic
        carries: [order]

    flows:
      take-order:
        name: A buyer places an order
        criticality: core
        target: { availability: 99.5%, latency: 1500ms }
        steps: [buyer -> shop, shop -> ordering, ordering -> orders-db, ordering -> events]
    """

  /// The same model in three files, in another order and another notation.
  static let parts: KeyValuePairs<String, String> = [
    "a/flows.yaml": """
    flows:
      take-order:
        steps: [buyer -> commerce.shop, shop -> ordering, "ordering -> orders-db", ordering->events]
        target:
          latency: 1500ms
          availability: 99.5%
        criticality: core
        name: A buyer places an order
    links:
      - to: erp
        from: events
        carries: [order]
        via: topic
        label: delivers orders
      - { from: commerce.ordering, to: events, label: publishes order placed, via: topic, carries: [order] }
      - ordering -> orders-db: reads and writes
        via: sql
    lintel: 1
    """,
    "b/elements.json": """
    {
      "systems": {
        "erp": { "external": true, "name": "ERP", "availability": "99.5%", "lifecycle": "frozen", "type": "erp" },
        "commerce": {
          "stores": { "orders-db": { "availability": "99.95%", "name": "Orders", "type": "relational", "technology": "PostgreSQL 16" } },
          "apps": { "ordering": { "name": "Ordering", "type": "service", "owner": "sales", "criticality": "core", "availability": "99.9%", "instances": 2 } }
        }
      },
      "channels": { "events": { "name": "Business events", "type": "topic", "technology": "Kafka" } },
      "lintel": 1
    }
    """,
    "lintel.yaml": """
    links:
      - shop -> ordering: submits the order
        timeout: 3s
        carries: [order]
        via: rest
      - { buyer -> shop: places orders, via: ui-web-link }
    extend: { events: { availability: 99.95% } }
    data:
      order:
        personal: personal
        confidentiality: confidential
        master: [ordering]
        class: transactional
    systems:
      commerce:
        apps:
          shop: { name: Web shop, type: web, technology: Mendix 10, owner: sales, criticality: core, availability: 99.9% }
        domain: sales
        name: Commerce
    people: { buyer: { name: Buyer } }
    teams:
      finance: { support: business-hours, developers: 4, name: Finance IT }
      sales: { name: Sales IT }
    owner: sales
    solution: Order to cash
    lintel: 1
    """,
  ]
}
