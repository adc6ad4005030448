import ReviewEngine

extension FamilyPapers {
  static let fit = FamilyPapers(.fit)
}
