import ReviewEngine

/// An example of a rule for a reader: carets in a comment line stand below what the rule marks.
enum ExampleText {
  static func lines(_ example: RuleExample) -> [String] {
    example.markedText.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      line -> [String] in
      var plain = ""
      var carets = ""
      var isInside = false
      for character in line {
        switch character {
        case "⟦": isInside = true
        case "⟧": isInside = false
        default:
          plain.append(character)
          carets.append(isInside ? "^" : " ")
        }
      }
      guard carets.contains("^") else { return [plain] }
      while carets.last == " " { carets.removeLast() }
      return [plain, "#" + carets.dropFirst()]
    }
  }
}
