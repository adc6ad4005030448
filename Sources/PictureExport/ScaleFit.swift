/// A size scaled as asked for, or less where it would be too big.
package struct ScaleFit {
  package let width: Double
  package let height: Double
  /// The scale that was asked for, and the one that it became.
  let wanted: Double
  let scale: Double

  package init(
    width: Double, height: Double, scale wanted: Double, mostScale: Double, longestSide: Double,
    mostArea: Double
  ) {
    let bySide = longestSide / max(width, height)
    let byArea = (mostArea / (width * height)).squareRoot()
    self.wanted = wanted
    scale = min(wanted, mostScale, bySide, byArea)
    self.width = min(width * scale, longestSide)
    self.height = min(height * scale, longestSide)
  }

  /// What to tell about a smaller scale; nil where it is the one that was asked for.
  package func note(unit: String) -> String? {
    guard scale < wanted else { return nil }
    let percent = max(1, Int((scale / wanted * 100).rounded(.down)))
    return """
      scaled down to \(percent)% of the size asked for, \(Int(width.rounded())) × \
      \(Int(height.rounded())) \(unit), the most that can be drawn
      """
  }
}
