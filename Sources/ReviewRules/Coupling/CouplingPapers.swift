import ReviewEngine

extension FamilyPapers {
  static let coupling = FamilyPapers(.coupling)
}
