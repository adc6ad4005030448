import ReviewEngine

extension FamilyPapers {
  static let operability = FamilyPapers(.operability)
}
