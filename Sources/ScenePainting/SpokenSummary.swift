import DiagramScene

extension Scene {
  /// The picture in a sentence, for those who cannot see it.
  var spokenSummary: String {
    let elements = boxes.count == 1 ? "1 element" : "\(boxes.count) elements"
    let connections = arrows.count == 1 ? "1 connection" : "\(arrows.count) connections"
    let counts = "\(elements), \(connections)."
    return caption.isEmpty ? counts : "\(caption) – \(counts)"
  }
}
