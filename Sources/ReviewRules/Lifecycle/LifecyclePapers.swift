import ReviewEngine

extension FamilyPapers {
  static let lifecycle = FamilyPapers(.lifecycle)
}
