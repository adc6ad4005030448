/// Explains the marks that a picture uses, and no others.
struct LegendComposer {
  func legend(of boxes: [Box], _ arrows: [Arrow]) -> Legend {
    var entries: [Legend.Entry] = []
    func add(_ mark: Legend.Entry.Mark, _ text: String) {
      entries.append(Legend.Entry(mark: mark, text: LabelMetrics.line(text, .legend)))
    }
    let strokes = Set(arrows.map(\.stroke))
    for stroke in Notation.strokePrecedence where strokes.contains(stroke) {
      add(.stroke(stroke), Notation.word(for: stroke))
    }
    if !arrows.isEmpty {
      add(.text, "An arrow runs from the side that starts; out of a channel it is the delivery.")
    }
    return Legend(entries: entries)
  }
}
