import ReviewEngine

extension FamilyPapers {
  static let coupling = FamilyPapers(
    .coupling,
    leavesOut: [
      .init(
        "contracts with many fields of which few are used",
        "The language does not count fields, and who wants to know reads the contract itself."),
      .init(
        "one technical interface for each table",
        "What shows in a review is the chatter that follows, and chatty-link tells of that."),
      .init(
        "calls in a loop",
        "chatty-link multiplies the calls of a link with the repeats of the flow around it."),
      .init(
        "elements that must be released together",
        """
        The language knows no release trains; what binds releases shows as circles, shared stores \
        and teams that need each other.
        """),
      .init(
        "dependencies of no kind in particular",
        """
        That one part uses another is what a model is for; only circles, hubs and borders are worth \
        a finding.
        """),
      .init(
        "links between the modules of one app",
        "How an app is built inside is its team's own business."),
      .init(
        "a layer that nobody needs, in general",
        """
        needless-gateway and needless-broker judge the plain case of two neighbours; beyond it the \
        reason for a layer is a matter of talk.
        """),
    ])
}
