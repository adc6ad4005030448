import ReviewEngine

extension FamilyPapers {
  static let lifecycle = FamilyPapers(
    .lifecycle,
    leavesOut: [
      .init(
        "decisions that are stale, superseded or contradicted",
        "A model only names its decisions so far; what is in them is read by a later release."),
      .init(
        "a register of services that is missing",
        "The model is that register: what it lacks is told by the rules about models."),
      .init(
        "refactoring that is overdue",
        "How often a system is renewed is a matter of its team, and no key of the language says it."
      ),
      .init(
        "parts that are frozen without a reason",
        "A reason is prose, and a rule cannot tell a good one from a bad one."),
    ])
}
