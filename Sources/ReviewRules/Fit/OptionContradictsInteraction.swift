public import ReviewEngine
import SolutionGraph
import SolutionModel

/// Finds links that say of themselves what their option cannot be.
public struct OptionContradictsInteraction: Rule {
  public init() {}

  public func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    let graph = subject.graph
    for link in graph.traits.indices where graph.traits[link].isInUse {
      guard let category = graph.traits[link].category,
        graph.solution.links[link].interaction != nil || graph.solution.links[link].trigger != nil
          || graph.solution.links[link].dataFlow != nil
      else { continue }
      let claims = Self.contradictions(graph.solution.links[link], category)
      if claims.isEmpty {
        verdicts.pass()
      } else {
        verdicts.fail(Self.finding(graph.solution.links[link], claims))
      }
    }
  }

  /// A key with its word, and why it cannot be.
  private struct Claim {
    let key: String
    let word: String
    let reason: String
  }

  private static func contradictions(_ link: Link, _ category: IntegrationOption.Category)
    -> [Claim]
  {
    let option = link.via?.text ?? ""
    return [
      link.interaction.flatMap { interaction in
        clash(interaction, option, category).map {
          Claim(key: "interaction", word: interaction.rawValue, reason: $0)
        }
      },
      link.trigger.flatMap { trigger in
        clash(trigger, option).map { Claim(key: "trigger", word: trigger.rawValue, reason: $0) }
      },
      link.dataFlow.flatMap { flow in
        clash(flow, option).map { Claim(key: "data-flow", word: flow.rawValue, reason: $0) }
      },
    ].compactMap { $0 }
  }

  private static func clash(
    _ interaction: Interaction, _ option: String, _ category: IntegrationOption.Category
  ) -> String? {
    let waits = interaction == .synchronous || interaction == .userInterface
    switch (category, option) {
    case (.event, _): return waits ? "nobody waits on a message" : nil
    case (.batch, _): return waits ? "nobody waits on a batch" : nil
    case (.service, "rest-pull"), (.service, "rest-async"):
      return waits ? "it is made so that nobody waits" : nil
    case (.service, _), (.centralData, _):
      return interaction == .userInterface ? "a program makes it, not a screen" : nil
    case (.userInterface, "rpa"), (.userInterface, "cdn"): return nil
    case (.userInterface, _): return waits ? nil : "a person waits at a screen"
    case (.identity, "oidc"), (.identity, "saml"): return waits ? nil : "a person waits to sign on"
    case (.identity, _): return nil
    }
  }

  private static func clash(_ trigger: Trigger, _ option: String) -> String? {
    switch (option, trigger) {
    case ("rest-pull", .user), ("rest-pull", .call): "a pull runs by itself"
    case ("webhook", .poll), ("cdc", .poll), ("push-notification", .poll):
      "it is sent when something happens"
    case ("manual-file", .poll), ("manual-file", .change), ("manual-file", .continuous):
      "a person carries it"
    default: nil
    }
  }

  private static func clash(_ flow: DataFlowDirection, _ option: String) -> String? {
    switch (option, flow) {
    case ("webhook", .pull), ("cdc", .pull), ("push-notification", .pull), ("email", .pull):
      "the source sends it"
    case ("rest-pull", .push), ("graphql", .push): "the source fetches with it"
    case ("db-view", .push), ("db-view", .both): "a view is read"
    default: nil
    }
  }

  private static func finding(_ link: Link, _ claims: [Claim]) -> Finding {
    Finding(
      descriptor, .contradicts(link, claims[0].key, claims[0].word, claims[0].reason),
      at: .link(link.id, claims[0].key),
      evidence: Evidence(
        path: Evidence.steps(along: [link]),
        figures: [.init("via", link.via?.text ?? "")]
          + claims.map { .init($0.key, $0.word, basis: "but \($0.reason)") }))
  }

  public static let descriptor = RuleDescriptor(
    id: "option-contradicts-interaction",
    title: "Option contradicts interaction",
    family: .fit,
    level: .warning,
    quality: .functionalSuitability,
    summary:
      "A link declares an interaction, a trigger or a direction that its option cannot have.",
    rationale: """
      One of the two is wrong. Whoever builds the link will go by one of them, and all figures about \
      waiting, outages and timeouts go by the other.
      """,
    detection: """
      A declared `interaction`, `trigger` or `data-flow` against `via`: messages, batches, `rest-pull` \
      and `rest-async` with `sync` or `ui`; services and databases with `ui`; screens and sign-on with \
      `async` or `batch`; `rest-pull` by `user` or `call`; what is sent when something happens with \
      `poll` or `pull`; `graphql` and `rest-pull` with `push`; views that are written.
      """,
    remedy: """
      Ask what is built. If the caller waits for an answer it is `rest` or another call; if not, leave \
      the interaction to the option.
      """,
    falsePositives: """
      An answer comes back over a second channel and the caller waits for that: model the answer as a \
      link of its own.
      """,
    question: "Does anybody stand still until this has been answered?",
    references: [
      "Enterprise Integration Patterns, Request-Reply: https://www.enterpriseintegrationpatterns.com/patterns/messaging/RequestReply.html"
    ],
    examples: [
      RuleExample(
        "a topic on which somebody waits",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves goods
            via: topic
            interaction: ⟦sync⟧
        """),
      RuleExample(
        "a call on which somebody waits",
        """
        apps:
          shop: Web shop
          stock: Stock
        links:
          - shop -> stock: reserves goods
            via: rest
            interaction: sync
        """),
      RuleExample(
        "a pull that a user starts, a view that is written, and calls that nobody waits on",
        """
        apps: { a: A, b: B, c: C }
        stores: { d: D }
        links:
          - { from: a, to: b, via: rest-pull, trigger: ⟦user⟧ }
          - { from: b, to: d, via: db-view, data-flow: ⟦push⟧ }
          - { from: a, to: c, via: rest, interaction: async }
          - { from: b, to: c, via: sftp, trigger: event }
          - { from: c, to: a, via: ui-embed, interaction: sync }
        """, testOnly: true),
    ])
}

extension Finding.Message {
  fileprivate static func contradicts(
    _ link: Link, _ key: String, _ word: String, _ reason: String
  ) -> Self {
    "\(Wording.name(link)) is '\(link.via?.text ?? "")' with \(key) '\(word)', but \(reason)"
  }
}
