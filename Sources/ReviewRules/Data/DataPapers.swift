import ReviewEngine

extension FamilyPapers {
  static let data = FamilyPapers(
    .data,
    leavesOut: [
      .init(
        "Unnecessary transfer",
        """
        Whether a receiver needs a field that it neither keeps nor passes on, no model says; \
        `copy-undeclared` finds those who keep it unseen.
        """),
      .init(
        "Too many fields copied",
        "The language describes data entities, not their fields."),
      .init(
        "Consistency across masters",
        "Which steps of a flow must succeed together cannot be said in a model yet."),
      .init(
        "Style of master data not declared",
        "Registry, consolidation, coexistence and centralised are a word that changes no design."),
      .init(
        "Shared data app too large or too small",
        "How many apps it serves is counted by `hub-element`; a second limit would only nag."),
      .init(
        "Dump without a staging area",
        "The language does not say where a dump is laid down before it is read."),
      .init(
        "Growth beyond the tested size",
        "What size was tested is not in the model, and sizes alone break nothing."),
      .init(
        "Conditions of a country for a transfer of personal data",
        "That is law, and not structure; `personal-data-abroad` finds the transfers to ask about."),
    ])
}
