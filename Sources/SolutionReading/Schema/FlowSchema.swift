import SolutionModel
import YAMLSyntax

/// The keys of a flow.
enum FlowSchema {
  typealias Key = SchemaKey<Flow>

  static let schema = RecordSchema<Flow>(
    "flow", "a flow",
    keys: [
      Key("name", .text, replacing: \.name, "What people call it").usually("the id"),
      Key("summary", .text, \.summary, "One sentence that says what it achieves"),
      Key("owner", .team, \.owner, "The team that answers for it"),
      Key("criticality", .word, \.criticality, "How much the business depends on it"),
      Key(
        "service-hours", .text, \.serviceHours,
        "When it must work, as in `24x7` or `business-hours`"),
      Key("target", inside: target, "What it must reach"),
      Key("peak", .rate, \.peak, "How often it runs in the busiest time"),
      Key("steps", .steps, adding: \.steps, "The links that it takes, in order"),
      Key("tags", .list(of: .text), adding: \.tags, "Words to select it by"),
      Key("todo", .text, \.todo, "What is still to be found out"),
    ])

  private static let target = RecordSchema<Flow>(
    "target", "a target",
    keys: [
      Key(
        "availability", .availability, \.availabilityTarget,
        "The share of time in which it must work"),
      Key("latency", .duration, \.latencyTarget, "The longest time that it may take, p95"),
      Key("rto", .duration(usually: "h"), \.rtoTarget, "The recovery time objective"),
      Key("rpo", .duration(usually: "h"), \.rpoTarget, "The recovery point objective"),
    ])
}

extension ValueKind where Value == [FlowStep] {
  static var steps: Self {
    Self(.list(of: StepForm.step)) { node, reading in
      guard node.kind == .sequence else {
        reading.reportWrongShape(node, expected: .list(of: StepForm.step))
        return nil
      }
      return reading.steps(node.items, depth: 0)
    }
  }
}

/// The notations of a step.
enum StepForm {
  static let step: ValueForm = .either([
    .text(
      TextForm(
        phrase: "a link as in 'a -> b', or the id of one", plural: "links", pattern: nil)),
    .record { work }, .record { parallel }, .record { optional }, .record { repetition },
  ])

  static let work: RecordForm = .init(
    name: "work-step", phrase: "work inside an element",
    keys: [
      .init("at", .reference(.element), isRequired: true, "The element that works"),
      .init("takes", .unit(.duration), "How long, p95"),
    ])

  static let parallel: RecordForm = .init(
    name: "parallel-step", phrase: "a parallel step",
    keys: [
      .init("parallel", .list(of: step), isRequired: true, "Steps that are taken at the same time")
    ])

  static let optional: RecordForm = .init(
    name: "optional-step", phrase: "an optional step",
    keys: [
      .init(
        "optional", .oneOrMore(step), isRequired: true, "Steps whose failure does not fail the flow"
      )
    ])

  static let repetition: RecordForm = .init(
    name: "repeated-steps", phrase: "a repetition",
    keys: [
      .init("repeat", .count(1...1_000_000), isRequired: true, "How many times"),
      .init("steps", .list(of: step), isRequired: true, "The steps, in order"),
    ])

  static let all = [work, parallel, optional, repetition]
}
