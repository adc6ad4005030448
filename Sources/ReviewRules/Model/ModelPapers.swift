import ReviewEngine

extension FamilyPapers {
  static let model = FamilyPapers(
    .model,
    leavesOut: [
      .init(
        "unknown keys, ids that are used twice, references that lead nowhere, units that are missing",
        "They are mistakes of the text, and reading tells of them with their place and the nearest word."
      ),
      .init(
        "waivers without a reason, an approver or an end",
        "The language does not let one be written."),
      .init(
        "links without a label",
        "A short label helps a picture, and its lack harms no judgement."),
      .init(
        "estimates of one figure",
        "The language asks for low, typical and high; three equal ones are somebody’s conviction."),
      .init(
        "elements that no view shows",
        "The pictures that need no `views` show all of them."),
      .init(
        "documents and decisions that lead nowhere, drafts that are linked, menus that clash",
        "They are checked where pages are published, with the files at hand."),
      .init(
        "apps that are too small",
        "Size alone is no flaw; whether parts change and fail together is asked by the rules on coupling."
      ),
    ])
}
