import ReviewEngine

extension FamilyPapers {
  static let interaction = FamilyPapers(
    .interaction,
    leavesOut: [
      .init(
        "validation that is lost behind a queue",
        """
        The language does not say where a user can still correct an input; outcome-unknown asks \
        whether the sender hears of a refusal.
        """),
      .init(
        "calls across continents",
        """
        Zones have no place on the map, so the delay is the declared latency of the link, which \
        latency-above-target adds up.
        """),
      .init(
        "retries without an end",
        "`retries.max` is a number here; excessive-retries judges how large it is."),
      .init(
        "timeouts equal to the default of a platform",
        """
        A figure may be chosen and equal a default all the same; timeout-too-long mentions it among \
        its figures.
        """),
      .init(
        "a low level of attention for a high volume",
        "How closely a link is tested and watched belongs to operability."),
      .init(
        "a circuit breaker without a fallback",
        """
        A quick error is often the right answer, and fallback-missing asks where a critical flow \
        needs a better one.
        """),
      .init(
        "commands that are named like events",
        "Names are the team's language, and a rule that reads them would mostly be wrong."),
      .init(
        "a backlog that a broker cannot hold",
        """
        How much a broker holds is not in the language; retention-too-short says how many messages \
        come together in the longest outage.
        """),
    ])
}
