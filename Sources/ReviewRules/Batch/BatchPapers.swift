import ReviewEngine

extension FamilyPapers {
  static let batch = FamilyPapers(
    .batch,
    leavesOut: [
      Omission(
        "a full reload by poll",
        "A model does not say whether a poll asks for changes or for everything."),
      Omission(
        "a time stamp as the token of a delta",
        "How a delta finds what changed is a detail of a contract, and the language has no word for it."
      ),
      Omission(
        "a run whose rejected rows nobody treats",
        "The treatment of single rows is not in the language; `error-owner` says who looks after them."
      ),
      Omission(
        "a file that is read half-written, a file that did not come, a transfer without sums",
        """
        Whether a transfer is atomic, watched and counted is not in the language; a managed file \
        transfer (`via: mft`) usually does all three.
        """),
      Omission(
        "an import without a natural key",
        "`global-id` of the data tells it, and the family `data` asks for that."),
    ])
}
