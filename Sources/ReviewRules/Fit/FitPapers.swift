import ReviewEngine

extension FamilyPapers {
  static let fit = FamilyPapers(
    .fit,
    leavesOut: [
      .init(
        "Option that fits badly, or worse than another",
        "That needs the scores of all options, and comes with the advice on them."),
      .init(
        "Files for single records",
        "How many records a run has and how often it runs is judged with the batches."),
      .init(
        "Push where a pull would do",
        """
        The two house styles of the field disagree about it, and `one-way-data-over-request-reply` \
        and `needless-broker` say what both agree on.
        """),
      .init(
        "SQL or OData into another team, a layer inside one system",
        """
        They are couplings before they are options: `direct-database-access`, \
        `internal-model-exposed` and `layer-inside-system` judge them.
        """),
      .init(
        "Only one option, without a reason",
        "The language has `decision` for the reason, but no way to say that there was no choice."),
      .init(
        "Test traffic to production",
        "The language has no environments yet."),
      .init(
        "No content network for users far away",
        "Where people sit is not in the model."),
      .init(
        "Pull too slow for the user who waits",
        "It is judged by the age of the data, with the polls."),
    ])
}
