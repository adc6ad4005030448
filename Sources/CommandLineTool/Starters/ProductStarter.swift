extension Starter {
  static let product = Starter(
    name: "product", summary: "a small product with one flow and two flaws",
    text: """
      # A first model. 'lintel build' reviews and draws it; 'lintel explain RULE' says more.
      lintel: 1
      solution: My product
      summary: Takes orders on the web
      owner: product-team

      teams:
        product-team: { name: Product team, developers: 5, support: business-hours }

      people:
        customer: Customer

      apps:
        web: { name: Web shop, type: web, technology: React, availability: 99.9% }
        orders: { name: Ordering, type: service, technology: Kotlin, availability: 99.9% }

      stores:
        orders-db: { name: Orders, type: relational, technology: PostgreSQL, availability: 99.95% }

      systems:
        payment: { name: Payment provider, type: saas, external: true, availability: 99.5% }

      data:
        order: { name: Order, class: transactional, master: orders, personal: personal }

      links:
        - customer -> web: places orders
          via: ui-web-link
        - web -> orders: submits the order
          via: rest
          operation: create
          carries: [order]
          timeout: 5s
          retries: { max: 2, backoff: exponential, jitter: true } # is it idempotent?
        - orders -> orders-db: reads and writes
          via: sql
          carries: [order]
          timeout: 1s
        - orders -> payment: authorises the payment
          via: rest
          operation: command
          timeout: 8s

      flows:
        take-order:
          name: A customer places an order
          criticality: high
          target: { availability: 99.5%, latency: 2s }
          steps: [customer -> web, web -> orders, orders -> payment, orders -> orders-db]

      """)
}
