import ReviewEngine

extension FamilyPapers {
  static let operability = FamilyPapers(
    .operability,
    leavesOut: [
      .init(
        "alerts, run-books and recovery tests that are missing",
        "They live in other tools, and a model that repeats them would be wrong soon."),
      .init(
        "load tests that are missing",
        "The language has no word for a test that was run, only for the figures that call for one."),
      .init(
        "reconciliation of copies that is missing",
        "The language does not say how two copies are compared."),
      .init(
        "deployments by hand",
        "How a part is built and brought out belongs to its pipeline, not to the solution."),
      .init(
        "files that fail to arrive",
        "Whether somebody is told is said by `monitoring` and `error-owner`, which other rules ask for."
      ),
    ])
}
