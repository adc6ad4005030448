import ReviewEngine

extension FamilyPapers {
  static let batch = FamilyPapers(.batch)
}
