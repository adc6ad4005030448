public import SolutionGraph
import SolutionModel

/// What some failures do to a solution: who is lost, degraded or stale, and why.
public struct FailureReport: Sendable {
  let outcome: FailureOutcome
  let toolVersion: String
  let solutionName: String
  private let flowCount: Int
  private let elementCount: Int

  /// Asks what the failures do.
  ///
  /// `toolVersion` is that of Lintel itself, such as `0.1.0`.
  public init(of failures: [Failure], in graph: SolutionGraph, toolVersion: String) {
    self.toolVersion = toolVersion
    outcome = graph.outcome(of: failures)
    solutionName = graph.solution.name
    flowCount = graph.solution.flows.count
    elementCount = graph.solution.elements.count { $0.kind != .person }
  }

  /// How many things fail at once.
  public var failureCount: Int { outcome.failures.count }

  /// The words for how badly off something can be, the worst first.
  public static let states = FailureState.allCases.map(\.rawValue)

  /// Whether a flow is that badly off, or worse: one of the words of `states`.
  ///
  /// In a model without flows, whether an element is that does not fail itself.
  public func hasEffect(atLeast state: String) -> Bool {
    guard let limit = FailureState(rawValue: state) else { return false }
    let failing = Set(outcome.failures.map(\.subject))
    let others = outcome.elements.filter { !failing.contains($0.subject) }
    return (flowCount > 0 ? outcome.flows : others).contains { $0.state <= limit }
  }

  /// The answer, to be written in any format.
  public var sheet: FigureSheet {
    FigureSheet(
      "What if \(failing)", tables: [summary] + tables.filter { !$0.rows.isEmpty },
      assumptions: Self.assumptions, value: FailureJSON.value(of: self))
  }

  private var summary: FigureTable {
    var rows = [
      ["elements"] + counts(outcome.elements, of: elementCount, outcome.lostElementShare)
    ]
    if flowCount > 0 {
      rows.insert(["flows"] + counts(outcome.flows, of: flowCount, outcome.lostFlowShare), at: 0)
    }
    return FigureTable(
      "In short", reading: "lost weight: how much of the weight of all by criticality is lost",
      columns: [
        .words(""), .figures("of"), .figures("lost"), .figures("lost weight"),
        .figures("degraded"), .figures("stale"),
      ],
      rows: rows)
  }

  /// How many there are, how many of them are lost, with which weight, and how many suffer less.
  private func counts(_ effects: [FailureEffect], of whole: Int, _ share: Double?) -> [String] {
    func count(_ state: FailureState) -> String { String(effects.count { $0.state == state }) }
    let weight = share.map { QuantityWords.decimal($0 * 100, places: 1) + " %" }
    return [String(whole), count(.lost), weight ?? "", count(.degraded), count(.stale)]
  }

  /// Such as `payment and zone east fail in Web shop`.
  private var failing: String {
    let names = outcome.failures.map(FailureWords.name)
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return "\(list) \(names.count == 1 ? "fails" : "fail") in \(solutionName)"
  }

  private var tables: [FigureTable] {
    [
      table(
        "Flows", outcome.flows, "the way leads from a step of the flow to what fails"),
      table(
        "Elements", outcome.elements, "the way leads from the element to what fails"),
    ]
  }

  private func table(_ title: String, _ effects: [FailureEffect], _ reading: String) -> FigureTable
  {
    FigureTable(
      title, reading: reading,
      columns: [
        .words("state"), .words(title == "Flows" ? "flow" : "element"), .words("criticality"),
        .words("why"), .words("way"),
      ],
      rows: effects.map { effect in
        [
          effect.state.rawValue, effect.subject.name, effect.criticality?.rawValue ?? "",
          FailureWords.reason(effect.reason), FailureWords.way(effect),
        ]
      }, usualRowCount: 20)
  }

  static let assumptions = [
    "lost: cannot do its work; degraded: works with less, or with a stand-in; stale: is no longer fed, or its result comes later",
    "hard links have no way round that the model does not show; links without an option count as soft for elements and as needed in the steps of flows",
    "a fallback works while its stand-in does; without a stand-in it always does",
    "a criticality weighs low 1, medium 2, high 4, core 8, business-critical 16, undeclared 2",
  ]
}

/// Failures and what they do, in words.
enum FailureWords {
  static func name(of failure: Failure) -> String {
    switch failure {
    case .element(let id): id.text
    case .instances(let id, let count): "\(QuantityWords.count(count, "instance")) of \(id.text)"
    case .zone(let id): "zone \(id.text)"
    case .link(let id): "link \(id.text)"
    }
  }

  static func reason(_ reason: FailureEffect.Reason) -> String {
    switch reason {
    case .failed: "fails"
    case .inZone(let zone): "lies in zone \(zone.text)"
    case .instances(let left, let needed): "\(left) left of \(needed) needed"
    case .linkFailed: "needs the link"
    case .needs: "needs what is lost"
    case .noWayLeft: "its stand-in is lost, too"
    case .standsIn: "a fallback helps"
    case .doesWithout: "does without"
    case .needsDegraded: "needs what is degraded"
    case .unfed: "is no longer fed"
    case .needsStale: "needs what is stale"
    case .optionalStep: "leaves a step out"
    case .late: "the result is late"
    }
  }

  private static let hopsShown = 6

  /// `shop → ordering → erp`; in the middle of a long way some are left out.
  static func way(_ effect: FailureEffect) -> String {
    let isItself = effect.path.first?.element.text == effect.subject.name
    guard effect.path.count > 1 || effect.path.first?.link != nil || !isItself else { return "" }
    var stops = effect.path.map(\.element.text)
    if stops.count > hopsShown {
      stops = stops.prefix(3) + ["… \(stops.count - hopsShown + 1) more …"] + stops.suffix(2)
    }
    let link = effect.path.last?.link.map { " ⇢ link \($0.text)" } ?? ""
    return stops.joined(separator: " → ") + link
  }
}
