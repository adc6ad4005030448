import ReviewEngine

extension FamilyPapers {
  static let availability = FamilyPapers(
    .availability,
    leavesOut: [
      .init(
        "Broker without redundancy",
        """
        A broker that stops flows is a single point of failure like any other, and \
        `single-point-of-failure` and `single-instance` name it.
        """),
      .init(
        "Failover missing",
        """
        Spare instances that nobody switches to are found by `single-point-of-failure`, people who \
        switch too late by `manual-failover-too-slow`.
        """),
      .init(
        "Clash of maintenance windows",
        "The language has windows of batches only, not those in which an element is maintained."),
      .init(
        "Recovery never rehearsed",
        "A model does not say when something was last tried, and a date in it would soon be wrong."),
      .init(
        "Contract taken for a measurement",
        "The language does not tell a promised availability from a measured one."),
      .init(
        "Tier that does not fit the target",
        "The tiers of the trade disagree, so that a table of them would be a matter of taste."),
      .init(
        "No room for the loss of an instance",
        "It is a question of load against capacity, and belongs to those rules."),
      .init(
        "Nobody on call while a flow must work",
        "It is a question of the hours of teams, and belongs to the family of operability."),
    ])
}
