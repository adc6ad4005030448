import SolutionModel
import SolutionViews

/// What a card says, before it is cut into lines.
struct CardContent {
  let look: Box.Look
  /// What the legend calls it.
  let noun: String
  let name: String
  /// What it is, how much it holds, and its technology.
  let note: [String]
  let summary: String
  let chips: [String]

  /// The whole content in words.
  var spoken: String {
    let heading = ([name] + note + chips).joined(separator: ", ")
    return PictureText.clean(summary.isEmpty ? heading : "\(heading). \(summary)")
  }

  /// An element; `isWhole` tells that its parts stand beside it in its own frame.
  init(_ element: Element, _ member: View.Member, isWhole: Bool, in solution: Solution) {
    let isExternal = solution.isExternal(element)
    let lifecycle = solution.lifecycle(of: element).value
    look = Box.Look(
      icon: Notation.icon(for: element),
      tone: Notation.tone(for: element.kind, isExternal: isExternal), isExternal: isExternal,
      lifecycle: lifecycle, isFocus: member.isFocus, isRedundant: (element.instances ?? 1) > 1)
    let what = Notation.noun(for: element)
    noun = isExternal ? "external \(what)" : what
    name = element.name
    note = [
      isWhole ? "\(what) as a whole" : what, Self.parts(member.hiddenParts, isWhole: isWhole),
      element.technology ?? "",
    ].filter { !$0.isEmpty }
    summary = element.summary ?? ""
    chips = Self.chips(element, isExternal: isExternal, lifecycle: lifecycle)
  }

  /// Something that stands for several elements.
  init(standIn member: View.Member, in solution: Solution) {
    look = Box.Look(
      icon: .domain, tone: .system, isExternal: false, lifecycle: nil, isFocus: member.isFocus,
      isRedundant: false)
    switch member.subject {
    case .domain(let id): (name, noun) = (solution.domain(id)?.name ?? id.text, "domain")
    case .zone(let id): (name, noun) = (solution.zone(id)?.name ?? id.text, "zone")
    case .team(let id): (name, noun) = (solution.team(id)?.name ?? id.text, "what a team owns")
    case .solution, .element, .link, .data, .flow, .view, .waiver:
      (name, noun) = ("All others", "everything else")
    }
    note = [noun, member.hiddenParts == 1 ? "1 element" : "\(member.hiddenParts) elements"]
    summary = ""
    chips = []
  }

  private static func parts(_ count: Int, isWhole: Bool) -> String {
    switch count {
    case 0: ""
    case 1: isWhole ? "1 more part" : "1 part"
    default: isWhole ? "\(count) more parts" : "\(count) parts"
    }
  }

  private static func chips(
    _ element: Element, isExternal: Bool, lifecycle: Lifecycle?
  ) -> [String] {
    var chips = isExternal ? ["external"] : []
    if let lifecycle, lifecycle != .active { chips.append(lifecycle.rawValue) }
    if let instances = element.instances, instances > 1 { chips.append("\(instances) ×") }
    return chips
  }
}
