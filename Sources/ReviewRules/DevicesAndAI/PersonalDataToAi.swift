public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds data about people that goes to a vendor's learned model.
public struct PersonalDataToAi: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    let isLearned = graph.learnedModels()
    for link in graph.solution.links.indices where graph.traits[link].isInUse {
      guard let last = graph.legs(of: link).last, isLearned[last.destination],
        graph.placements[last.destination].isExternal, graph.traits[link].dataFlow != .pull
      else { continue }
      let carried = graph.solution.links[link].carries.compactMap(graph.solution.data)
      guard !carried.isEmpty else {
        verdicts.unknown(missing: "carries", ofLink: link)
        continue
      }
      let open = carried.filter { $0.personal == nil }
      for object in carried where object.personal != nil {
        verdicts.used(.data(object.id, "personal"))
      }
      let personal = carried.filter { $0.personal == .personal || $0.personal == .special }
      if !personal.isEmpty {
        verdicts.fail(Self.finding(graph.solution.links[link], personal))
      } else if !open.isEmpty {
        verdicts.unknown(missing: open.map { .data($0.id, "personal") })
      } else {
        verdicts.pass()
      }
    }
  }

  private static func finding(_ link: Link, _ personal: [DataObject]) -> Finding {
    let special = personal.filter { $0.personal == .special }
    return Finding(
      descriptor, .leaves(link, personal.map(\.id), isSpecial: !special.isEmpty),
      at: .link(link.id, "carries"), level: special.isEmpty ? nil : .error,
      roles: [Finding.Role("link", .link(link.id))],
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: personal.map {
          .init("personal of '\($0.id)'", $0.personal?.rawValue ?? "")
        }),
      related: personal.map {
        Finding.Related(
          .data($0.id, "personal"),
          $0.personal == .special ? "is of a special category" : "is about people")
      })
  }

  public static let descriptor = RuleDescriptor(
    id: "personal-data-to-ai",
    title: "Personal data to an AI engine",
    family: .devicesAndAI,
    level: .warning,
    quality: .security,
    summary: "Data about people is sent to a learned model that somebody else runs.",
    rationale: """
      What is in a request may be kept, looked at to improve the service, and come back in an answer \
      to somebody else. Whether the contract rules that out is a question of law, and it is asked \
      before the first request, not after.
      """,
    detection: """
      A link in use to an external element of type `ai`, or by `ai-api`, carries data that is \
      `personal` (a warning) or `special` (an error). Links that only fetch do not count. Without \
      `carries`, or where the data does not say, it is unknown.
      """,
    remedy: """
      Leave out what the answer does not need, put marks in place of names, and have a contract that \
      names the region, the time of keeping, and no use for training.
      """,
    falsePositives: """
      All of that has been agreed and is on record: waive it until the contract ends, and name it.
      """,
    question: "Which fields does a request hold, where are they kept, and who may read them?",
    references: [
      "Regulation (EU) 2016/679 (GDPR), articles 5, 9 and 28",
      "OWASP Top 10 for LLM Applications 2025, LLM02: Sensitive Information Disclosure",
    ],
    examples: [
      RuleExample(
        "letters of patients go to a vendor",
        """
        apps: { reader: Letter reader }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        data:
          letter: { personal: special }
        links:
          - { from: reader, to: engine, via: ai-api, timeout: 20s, ⟦carries⟧: [letter] }
        """),
      RuleExample(
        "what is sent has no names in it",
        """
        apps: { reader: Letter reader }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        data:
          letter: { personal: special }
          masked-letter: { personal: none }
        links:
          - { from: reader, to: engine, via: ai-api, timeout: 20s, carries: [masked-letter] }
        """),
      RuleExample(
        "an engine in the house, and data that does not say",
        """
        apps: { reader: Letter reader, local: { type: ai } }
        systems: { engine: { name: Language engine, type: ai, external: true } }
        data:
          letter: { personal: personal }
          note: Note
        links:
          - { from: reader, to: local, via: rest, timeout: 20s, carries: [letter] }
          - { from: reader, to: engine, via: ai-api, timeout: 20s, carries: [note] }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func leaves(_ link: Link, _ data: [DataID], isSpecial: Bool) -> Self {
    """
    \(Wording.name(link)) sends \(isSpecial ? "data of a special category" : "data about people") to \
    a learned model outside: \(Wording.list(data.map(\.text)))
    """
  }
}
