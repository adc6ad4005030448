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

  /// The texts of a card, measured.
  private struct Measured {
    let content: CardContent
    let name: WrappableText
    let note: [WrappableText]
    let summary: WrappableText

    init(_ content: CardContent, hasSummary: Bool) {
      self.content = content
      name = WrappableText(content.name, .boxTitle)
      note = content.note.map { WrappableText($0, .boxNote) }
      summary = WrappableText(hasSummary ? content.summary : "", .boxText)
    }
  }

  /// The widths that a card may have, in pixels.
  private static let widths = [184.0, 224, 264]
  /// How many lines a text should get along with before its card becomes wider.
  private static let comfortableLines = (name: 2, note: 2, summary: 3)
  /// Enough for a name of 200 signs.
  private static let mostLines = 24
  private static let mostSummaryLines = 4

  /// Cards in the order of the members, each with what the legend calls it.
  ///
  /// Most of them have one width, so that the picture is calm.
  func cards(of view: View) -> [(box: Box, noun: String)] {
    // A participant of a sequence says who it is and no more, so that the steps begin soon.
    let cards = view.members.map {
      Measured(content(of: $0, in: view), hasSummary: view.sequence == nil)
    }
    let needs = cards.map(Self.neededWidth)
    let ranked = needs.sorted()
    let usual = ranked.isEmpty ? Self.widths[0] : ranked[(ranked.count - 1) * 3 / 4]
    return zip(view.members, zip(cards, needs)).map { member, card in
      (box(for: member, card.0, width: max(usual, card.1)), card.0.content.noun)
    }
  }

  private func content(of member: View.Member, in view: View) -> CardContent {
    guard case .element(let id) = member.subject, let element = solution.element(id) else {
      return CardContent(standIn: member, in: solution)
    }
    let isWhole = member.group.map { view.groups[$0].subject == member.subject } ?? false
    return CardContent(element, member, isWhole: isWhole, in: solution)
  }

  private func box(for member: View.Member, _ card: Measured, width: Double) -> Box {
    let heading = Self.headingWidth(of: width)
    let name = card.name.lines(width: heading, maximum: Self.mostLines)
    let note = TextWrapping(.boxNote, width: heading).lines(ofParts: card.content.note)
    let summary = card.summary.lines(
      width: Self.textWidth(of: width), maximum: Self.mostSummaryLines)
    let chips = card.content.chips.map { LabelMetrics.line($0, .badge) }
    let plan = CardPlan(width: width, name: name, note: note, summary: summary, chips: chips)
    return Box(
      id: MarkName.box(member.subject), subject: member.subject, frame: member.group,
      size: plan.size, look: card.content.look, name: name, note: note, summary: summary,
      chips: chips, spoken: card.content.spoken, colorGroup: colorGroup(of: member))
  }

  private func colorGroup(of member: View.Member) -> Int? {
    guard case .element(let id) = member.subject else { return nil }
    return scale?.place(of: id)
  }

  /// The smallest width at which no word is broken and no text gets too many lines; else the largest.
  private static func neededWidth(_ card: Measured) -> Double {
    let narrow = widths.dropLast().first { width in
      let heading = headingWidth(of: width)
      return card.name.fits(width: heading, lines: comfortableLines.name)
        && card.note.allSatisfy { $0.fits(width: heading, lines: comfortableLines.note) }
        && card.summary.fits(width: textWidth(of: width), lines: comfortableLines.summary)
    }
    return narrow ?? widths[widths.count - 1]
  }

  /// The room for names and notes beside the icon.
  private static func headingWidth(of width: Double) -> Double {
    width - CardPlan.headingIndent - CardPlan.padding
  }

  private static func textWidth(of width: Double) -> Double { width - CardPlan.padding * 2 }
}
