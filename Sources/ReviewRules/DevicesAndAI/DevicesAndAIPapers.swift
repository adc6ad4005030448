import ReviewEngine

extension FamilyPapers {
  static let devicesAndAI = FamilyPapers(
    .devicesAndAI,
    leavesOut: [
      .init(
        "an engine that decides alone",
        "The language does not say what a step decides, nor whether a person looks at the answer."),
      .init(
        "answers of an engine that are cached for the wrong reader",
        "What a cached answer is stored under is a matter of code."),
      .init(
        "engines whose quality nobody watches",
        "`monitoring-below-criticality` asks whether they are watched; how well they answer is no key."
      ),
      .init(
        "messages far below the billing unit of a hub",
        "It is a matter of cost, and prices age faster than limits."),
      .init(
        "an engine without a timeout",
        "`timeout-missing` says so of every call, and the remedy is the same."),
      .init(
        "how much of a stream may be lost",
        "The language has the delivery of a link, and no word for what its reader could bear."),
    ])
}
