extension Starter {
  static let minimal = Starter(
    name: "minimal", summary: "six lines, the least that is a model",
    text: """
      lintel: 1
      solution: My solution
      apps: { front: Front end, back: Back end, partner: Partner gateway }
      links:
        - front -> back: asks
        - back -> partner: passes on

      """)
}
