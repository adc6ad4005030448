extension Starter {
  static let landscape = Starter(
    name: "landscape",
    summary: "systems of several teams, with events, a nightly file and a waiver",
    text: """
      # A landscape of several teams. Split it over files as it grows: a folder is one model.
      lintel: 1
      solution: My landscape
      summary: Orders, customers and invoices across three systems
      reviewed: 2026-01-15

      teams:
        sales: { name: Sales IT, developers: 5, support: 24x7 }
        finance: { name: Finance IT, developers: 3, support: business-hours }

      zones:
        internet: { name: Internet, trust: internet }
        office: { name: Company network, trust: internal }

      people:
        clerk: { name: Clerk, zone: office }

      systems:
        sales-desk:
          name: Sales desk
          owner: sales
          zone: office
          criticality: core
          apps:
            desk: { name: Desk, type: web, availability: 99.9%, latency: 150ms }
            orders: { name: Orders, type: service, availability: 99.9%, latency: 80ms }
          stores:
            orders-db: { name: Order store, type: relational, availability: 99.95% }
        customers: { name: Customer master, type: crm, owner: sales, zone: office, availability: 99.5% }
        erp: { name: ERP, type: erp, owner: finance, zone: office, lifecycle: frozen, availability: 99.5% }

      channels:
        events: { name: Business events, type: topic, owner: sales, zone: office, availability: 99.95% }
        files: { name: File exchange, type: file-drop, owner: finance, zone: office, availability: 99.5% }

      data:
        order: { name: Order, class: transactional, master: orders, confidentiality: confidential }
        customer: { name: Customer, class: master, master: customers, personal: personal }

      links:
        - clerk -> desk: enters orders
          via: ui-web-link
        - desk -> orders: submits the order
          via: rest
          operation: create
          carries: [order]
          timeout: 4s
          idempotent: true
        - orders -> customers: looks the customer up
          via: rest
          operation: read
          carries: [customer]
          timeout: 3s
        - orders -> orders-db: reads and writes
          via: sql
          carries: [order]
          timeout: 1s
        - orders -> events: publishes order placed
          via: topic
          carries: [order]
          outbox: outbox
        - events -> erp: delivers orders
          via: topic
          carries: [order]
          idempotent: true
        - customers -> files: exports customers
          via: sftp
          schedule: daily 02:00
          data-flow: push
          carries: [customer]
        - files -> erp: delivers customers
          via: sftp
          carries: [customer]

      flows:
        take-order:
          name: A clerk takes an order
          criticality: core
          target: { availability: 99.5%, latency: 1500ms }
          steps: [clerk -> desk, desk -> orders, orders -> customers, orders -> orders-db, orders -> events]

      review:
        waivers:
          - rule: dead-letter-missing
            on: events -> erp
            reason: The ERP keeps what it rejects in a work list
            approved-by: finance
            until: 2026-12-31

      """)
}
