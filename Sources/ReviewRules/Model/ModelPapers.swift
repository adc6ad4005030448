import ReviewEngine

extension FamilyPapers {
  static let model = FamilyPapers(.model)
}
