import SolutionModel
import SourceText
import YAMLSyntax

extension Reading {
  /// Deeper nesting of steps says nothing that a reader could follow.
  private static let deepestSteps = 8

  mutating func steps(_ nodes: some Sequence<YAMLNode>, depth: Int) -> [FlowStep] {
    nodes.compactMap { step($0, depth: depth) }
  }

  private mutating func step(_ node: YAMLNode, depth: Int) -> FlowStep? {
    guard depth <= Self.deepestSteps else {
      report(
        "too-deep", "steps nest at most \(Self.deepestSteps) deep", at: node.range)
      return nil
    }
    switch node.kind {
    case .scalar where !node.isNull: return linkStep(node)
    case .mapping: return composedStep(node, depth: depth)
    case .scalar, .sequence:
      report(
        "wrong-shape", "a step is a link or a map, not \(node.shape)", at: node.range,
        help: ["write it as in shop -> billing, or { at: shop, takes: 300ms }"])
      return nil
    }
  }

  private mutating func linkStep(_ node: YAMLNode) -> FlowStep? {
    link(named: node.text, at: { node.range(of: $0) }).map(FlowStep.link)
  }

  /// A step that is written as a map, which one of its keys tells apart.
  private mutating func composedStep(_ node: YAMLNode, depth: Int) -> FlowStep? {
    let keys = Set(node.entries.map(\.key.text))
    guard let form = StepForm.all.first(where: { keys.contains($0.keyNames[0]) }) else {
      let arrow = node.entries.first { $0.key.hasArrow }
      let help =
        arrow.map { ["write \($0.key.text.shown) alone; its label stands with the link"] }
        ?? ["known steps: \(StepForm.all.map { $0.keyNames[0] }.joined(separator: ", "))"]
      report(
        "wrong-shape", "a step is a link, or a map with one of: at, parallel, optional, repeat",
        at: node.entries.first?.key.range ?? node.range, help: help)
      return nil
    }
    for entry in node.entries where !form.keyNames.contains(entry.key.text) {
      reportUnknownKey(entry, of: form.phrase, known: form.keyNames)
    }
    let missing = form.keys.filter { $0.isRequired && !keys.contains($0.name) }
    guard missing.isEmpty else {
      reportMissing(missing.map { $0.name }, of: form.phrase, at: node)
      return nil
    }
    return step(node, as: form, depth: depth)
  }

  private mutating func step(_ node: YAMLNode, as form: RecordForm, depth: Int) -> FlowStep? {
    func value(_ key: RecordForm.Key) -> YAMLNode? { node.value(of: key.name) }
    switch form.name {
    case StepForm.work.name:
      let duration = node.value(of: "takes").flatMap { read($0, "takes", as: .duration) }
      return node.value(of: "at").flatMap { read($0, "at", as: .element) }
        .map { .work(at: $0, takes: duration) }
    case StepForm.parallel.name:
      return .parallel(innerSteps(of: node, "parallel", depth: depth))
    case StepForm.optional.name:
      return .optional(innerSteps(of: node, "optional", depth: depth))
    default:
      guard
        let times = node.value(of: "repeat").flatMap({
          read($0, "repeat", as: ValueKind<Int>.count(from: 1, to: 1_000_000))
        })
      else { return nil }
      return .repeated(times: times, innerSteps(of: node, "steps", depth: depth))
    }
  }

  private mutating func innerSteps(of node: YAMLNode, _ key: String, depth: Int) -> [FlowStep] {
    guard let value = node.value(of: key) else { return [] }
    if value.kind == .sequence { return steps(value.items, depth: depth + 1) }
    guard key == "optional" else {
      self.key = key
      reportWrongShape(value, expected: .list(of: StepForm.step))
      return []
    }
    return steps([value], depth: depth + 1)
  }

  private mutating func read<Value>(_ node: YAMLNode, _ key: String, as kind: ValueKind<Value>)
    -> Value?
  {
    self.key = key
    return kind.read(node, &self)
  }
}
