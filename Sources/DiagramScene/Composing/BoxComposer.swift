import SolutionModel
import SolutionViews

/// Makes cards of a view's members.
struct BoxComposer {
  private let solution: Solution

  private let scale: AttributeScale?

  /// Boxes are coloured by `scale`; nil leaves them the colours of their kinds.
  init(_ solution: Solution, _ scale: AttributeScale?) {
    self.solution = solution
    self.scale = scale
  }

  /// The texts of a card before they are cut into lines.
  private struct Content {
    let look: Box.Look
    let noun: String
    let name: String
    let note: [String]
    let summary: String
    let chips: [String]
    let spoken: String
  }

  /// The widths that a card may have, in pixels.
  private static let widths = [184.0, 224, 264]
  /// How many lines a card should get along with before it becomes wider.
  private static let comfortableLines = (name: 2, note: 2, summary: 3)
  private static let summaryLines = 4

  /// Cards in the order of the members.
  ///
  /// Most of them have one width, so that the picture is calm.
  func cards(of view: View) -> [(box: Box, noun: String)] {
    let contents = view.members.map { content(of: $0, in: view) }
    let needs = contents.map(Self.neededWidth)
    let ranked = needs.sorted()
    let usual = ranked.isEmpty ? Self.widths[0] : ranked[(ranked.count - 1) * 3 / 4]
    return zip(view.members, zip(contents, needs)).map { member, measured in
      (box(for: member, measured.0, width: max(usual, measured.1)), measured.0.noun)
    }
  }

  private func colorGroup(of member: View.Member) -> Int? {
    guard case .element(let id) = member.subject else { return nil }
    return scale?.place(of: id)
  }

  private func box(for member: View.Member, _ content: Content, width: Double) -> Box {
    let headingWidth = width - CardPlan.headingIndent - CardPlan.padding
    let textWidth = width - CardPlan.padding * 2
    let name = TextWrapping(.boxTitle, width: headingWidth).lines(of: content.name)
    let note = TextWrapping(.boxNote, width: headingWidth).lines(ofParts: content.note)
    let summary = TextWrapping(.boxText, width: textWidth, maximumLines: Self.summaryLines)
      .lines(of: content.summary)
    let chips = content.chips.map { LabelMetrics.line($0, .badge) }
    let plan = CardPlan(width: width, name: name, note: note, summary: summary, chips: chips)
    return Box(
      id: MarkName.box(member.subject), subject: member.subject, frame: member.group,
      size: plan.size, look: content.look, name: name, note: note, summary: summary, chips: chips,
      spoken: content.spoken, colorGroup: colorGroup(of: member))
  }

  /// The smallest width at which no word is broken and no text gets too many lines; else the largest.
  private static func neededWidth(_ content: Content) -> Double {
    for width in widths.dropLast() {
      let heading = width - CardPlan.headingIndent - CardPlan.padding
      let name = TextWrapping(.boxTitle, width: heading)
      let note = TextWrapping(.boxNote, width: heading)
      let summary = TextWrapping(.boxText, width: width - CardPlan.padding * 2)
      if name.fits(content.name, lines: comfortableLines.name),
        content.note.allSatisfy({ note.fits($0, lines: comfortableLines.note) }),
        summary.fits(content.summary, lines: comfortableLines.summary)
      {
        return width
      }
    }
    return widths[widths.count - 1]
  }

  private func content(of member: View.Member, in view: View) -> Content {
    guard case .element(let id) = member.subject, let element = solution.element(id) else {
      return rolledUp(member)
    }
    let isExternal = solution.isExternal(element)
    let lifecycle = solution.lifecycle(of: element).value
    let isWhole = member.group.map { view.groups[$0].subject == member.subject } ?? false
    let noun = (isExternal ? "external " : "") + Notation.noun(for: element)
    let note = [
      Notation.noun(for: element) + (isWhole ? " as a whole" : ""), element.technology ?? "",
      Self.hiddenParts(of: member, isWhole: isWhole),
    ].filter { !$0.isEmpty }
    let chips = Self.chips(element, isExternal: isExternal, lifecycle: lifecycle)
    let look = Box.Look(
      icon: Notation.icon(for: element),
      tone: Notation.tone(for: element.kind, isExternal: isExternal), isExternal: isExternal,
      lifecycle: lifecycle, isFocus: member.isFocus, isRedundant: (element.instances ?? 1) > 1)
    return Content(
      look: look, noun: noun, name: element.name, note: note, summary: element.summary ?? "",
      chips: chips,
      spoken: Self.spoken(element.name, note, chips, element.summary))
  }

  private func rolledUp(_ member: View.Member) -> Content {
    let name: String
    let noun: String
    let count = member.hiddenParts == 1 ? "1 element" : "\(member.hiddenParts) elements"
    switch member.subject {
    case .domain(let id): (name, noun) = (solution.domain(id)?.name ?? id.text, "domain")
    case .zone(let id): (name, noun) = (solution.zone(id)?.name ?? id.text, "zone")
    case .team(let id): (name, noun) = (solution.team(id)?.name ?? id.text, "what a team owns")
    case .solution, .element, .link, .data, .flow, .view, .waiver:
      (name, noun) = ("All others", "everything else")
    }
    let note = [noun, count]
    let look = Box.Look(
      icon: .domain, tone: .system, isExternal: false, lifecycle: nil, isFocus: member.isFocus,
      isRedundant: false)
    return Content(
      look: look, noun: noun, name: name, note: note, summary: "", chips: [],
      spoken: Self.spoken(name, note, [], nil))
  }

  private static func hiddenParts(of member: View.Member, isWhole: Bool) -> String {
    switch member.hiddenParts {
    case 0: ""
    case 1: isWhole ? "1 more part" : "1 part"
    case let count: isWhole ? "\(count) more parts" : "\(count) parts"
    }
  }

  private static func chips(
    _ element: Element, isExternal: Bool, lifecycle: Lifecycle?
  ) -> [String] {
    var chips: [String] = []
    if isExternal { chips.append("external") }
    switch lifecycle {
    case .planned, .sunset, .frozen, .retired: chips.append(lifecycle?.rawValue ?? "")
    case .active, nil: break
    }
    if let instances = element.instances, instances > 1 { chips.append("\(instances) ×") }
    return chips
  }

  private static func spoken(
    _ name: String, _ note: [String], _ chips: [String], _ summary: String?
  ) -> String {
    let heading = ([name] + note + chips).joined(separator: ", ")
    return PictureText.clean(summary.map { "\(heading). \($0)" } ?? heading)
  }
}
