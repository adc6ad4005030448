import ReviewEngine

extension FamilyPapers {
  static let interaction = FamilyPapers(.interaction)
}
