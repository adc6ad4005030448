import DiagramScene

/// The words of a scene's parts as other tools want them: whole, on one line.
enum CardWords {
  static func joined(_ lines: [TextLine]) -> String {
    var text = ""
    for line in lines { text += line.goesOn ? line.text : line.text + " " }
    return text.last == " " ? String(text.dropLast()) : text
  }

  static func name(_ box: Box) -> String { joined(box.name) }

  /// The type, the technology and the small words at the card's edge.
  static func note(_ box: Box) -> String {
    ([joined(box.note)] + box.chips.map(\.text)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  static func summary(_ box: Box) -> String { joined(box.summary) }

  /// The label of an arrow with the steps of a flow before it.
  static func label(_ arrow: Arrow) -> String {
    let words = joined(arrow.label.filter { $0.style != .arrowOption })
    guard !arrow.steps.isEmpty else { return words }
    let steps = arrow.steps.joined(separator: ", ")
    return words.isEmpty ? steps : "\(steps): \(words)"
  }

  /// The integration option of an arrow.
  static func option(_ arrow: Arrow) -> String {
    joined(arrow.label.filter { $0.style == .arrowOption })
  }

  /// The label, then the option.
  static func full(_ arrow: Arrow, separator: String) -> String {
    [label(arrow), option(arrow)].filter { !$0.isEmpty }.joined(separator: separator)
  }

  static func title(_ frame: Frame) -> String {
    frame.note.map { "\(frame.title.text) (\($0.text))" } ?? frame.title.text
  }
}
