import ReviewEngine
import SolutionModel

extension RuleDescriptor {
  static func fake(
    _ id: String, _ family: RuleFamily = .model, level: Level = .warning,
    weighs: Set<LevelFactor> = [],
    profile: ReviewProfile = .recommended, formerIDs: [String] = [],
    explainedBy: [String] = []
  ) -> Self {
    Self(
      id: id, title: id, family: family, level: level, weighs: weighs, profile: profile,
      quality: .reliability, summary: "", rationale: "", detection: "", remedy: "papers",
      falsePositives: "",
      question: "", explainedBy: explainedBy, formerIDs: formerIDs, examples: [])
  }
}

/// Finds every element whose name is longer than a limit; needs the summary of the others.
struct LongName: Rule {
  var limit = 3
  var scale = 1.0
  var wait = Duration.seconds(1)
  var isStrict = false

  static let settings: [RuleSetting<Self>] = [
    .integer("limit", \.limit, in: 1...10, "The longest name, in characters."),
    .number("scale", \.scale, in: 0...2, "A factor."),
    .duration("wait", \.wait, in: .zero ... .seconds(9), "A time."),
    .flag("strict", \.isStrict, "Whether it is strict."),
  ]

  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for element in subject.solution.elements {
      let path = ElementPath.element(element.id, "name")
      if element.name.count > limit {
        verdicts.fail(
          Finding(
            Self.descriptor, "'\(element.id)' is long", at: path,
            related: [Finding.Related(.element(element.id), "is here")]))
      } else if element.summary == nil {
        verdicts.unknown(missing: [.element(element.id, "summary")])
      } else {
        verdicts.used(.element(element.id, "summary"))
        verdicts.pass()
      }
    }
  }

  static let descriptor = RuleDescriptor.fake("long-name")
}

/// Finds every link, in the roles of its ends.
struct AnyLink: Rule {
  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for link in subject.solution.links {
      verdicts.fail(
        Finding(
          Self.descriptor, "'\(link.id)' is a link", at: .link(link.id),
          level: link.label == nil ? nil : .note,
          roles: [
            Finding.Role("source", .element(link.source)),
            Finding.Role("destination", .element(link.destination)),
          ], remedy: "cut it"))
    }
  }

  static let descriptor = RuleDescriptor.fake(
    "any-link", .coupling, level: .error, profile: .minimal, formerIDs: ["some-link"])
}

/// Finds nothing, and is for strict reviews.
struct StrictOne: Rule {
  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {}

  static let descriptor = RuleDescriptor.fake("strict-one", .coupling, profile: .strict)
}

/// Gives up after a finding.
struct Hopeless: Rule {
  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    verdicts.fail(Finding(Self.descriptor, "lost", at: ElementPath(.solution)))
    verdicts.cannotJudge("no time")
    verdicts.fail(Finding(Self.descriptor, "lost too", at: ElementPath(.solution)))
  }

  static let descriptor = RuleDescriptor.fake("hopeless")
}

/// Finds every waiver and tells what became of it.
struct AnyWaiver: Rule {
  static let judgesWaivers = true

  func judge(_ subject: ReviewSubject, into verdicts: inout Verdicts) {
    for use in subject.waiverUse {
      verdicts.fail(
        Finding(
          Self.descriptor, "\(use.findingCount) findings", at: ElementPath(.waiver(use.index))))
    }
  }

  static let descriptor = RuleDescriptor.fake("any-waiver")
}
