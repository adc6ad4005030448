import SolutionModel
import SolutionViews

/// Explains the marks that a picture uses, and no others.
struct LegendComposer {
  private var entries: [Legend.Entry] = []

  /// The legend of some boxes and arrows.
  ///
  /// `nouns` says what each box is, in the order of the boxes; `scale` is what they are coloured by.
  static func legend(
    of boxes: [Box], nouns: [String], _ arrows: [Arrow], colorBy key: String?,
    _ scale: AttributeScale?, sequence: View.Sequence? = nil
  ) -> Legend {
    var composer = Self()
    composer.explainIcons(of: boxes, nouns)
    composer.explainBorders(of: boxes)
    composer.explainColors(key, scale, hasUncolored: boxes.contains { $0.colorGroup == nil })
    composer.explain(arrows, hasChannel: boxes.contains { $0.look.tone == .channel })
    if let sequence { composer.explain(sequence) }
    return Legend(entries: composer.entries)
  }

  private mutating func add(_ mark: Legend.Entry.Mark, _ text: String) {
    entries.append(Legend.Entry(mark: mark, text: LabelMetrics.line(text, .legend)))
  }

  private mutating func explainIcons(of boxes: [Box], _ nouns: [String]) {
    struct Sign: Hashable {
      let icon: Icon
      let tone: Tone
    }
    var meanings: [Sign: Set<String>] = [:]
    for (box, noun) in zip(boxes, nouns) {
      meanings[Sign(icon: box.look.icon, tone: box.look.tone), default: []].insert(noun)
    }
    for tone in Tone.allCases {
      for icon in Icon.allCases {
        guard let nouns = meanings[Sign(icon: icon, tone: tone)] else { continue }
        add(.icon(icon, tone), nouns.sorted().prefix(3).joined(separator: ", "))
      }
    }
  }

  private mutating func explainBorders(of boxes: [Box]) {
    if boxes.contains(where: \.look.isExternal) { add(.border("external"), "run by others") }
    let stages = Set(boxes.compactMap(\.look.lifecycle))
    for stage in Lifecycle.allCases where stages.contains(stage) {
      switch stage {
      case .planned: add(.border("planned"), "planned")
      case .active: break
      case .sunset: add(.border("sunset"), "sunset: on its way out")
      case .frozen: add(.border("frozen"), "frozen: in use, not changed any more")
      case .retired: add(.border("retired"), "retired")
      }
    }
    if boxes.contains(where: \.look.isRedundant) { add(.border("redundant"), "several instances") }
  }

  private mutating func explainColors(
    _ key: String?, _ scale: AttributeScale?, hasUncolored: Bool
  ) {
    guard let key, let scale, !scale.values.isEmpty else { return }
    for (place, value) in scale.values.enumerated() {
      let text = TextWrapping(.legend, width: 200, maximumLines: 1).lines(of: value).first?.text
      add(.colorGroup(place), "\(key): \(text ?? value)")
    }
    if hasUncolored { add(.text, "no colour: \(key) not given") }
  }

  private mutating func explain(_ arrows: [Arrow], hasChannel: Bool) {
    // Work inside one box is no interaction.
    let arrows = arrows.filter { !$0.links.isEmpty }
    guard !arrows.isEmpty else { return }
    let strokes = Set(arrows.map(\.stroke))
    for stroke in Notation.strokePrecedence where strokes.contains(stroke) {
      add(.stroke(stroke), Notation.word(for: stroke))
    }
    add(
      .text,
      hasChannel
        ? "an arrow starts where the interaction starts; out of a channel it is the delivery"
        : "an arrow starts where the interaction starts, whichever way data runs")
    let numbers = arrows.flatMap(\.steps)
    guard !numbers.isEmpty else { return }
    add(
      .text,
      numbers.contains { $0.contains(where: \.isLetter) }
        ? "numbers are the order of steps; letters tell steps at the same time apart"
        : "numbers are the order of steps")
  }

  private mutating func explain(_ sequence: View.Sequence) {
    if sequence.moments.contains(where: { $0.elapsed > .zero }) {
      add(.text, "at the right: the time since the start, a sum of p95 figures")
    }
    if sequence.moments.contains(where: \.isCritical) {
      add(.text, "shaded: the longest way")
    }
  }
}
