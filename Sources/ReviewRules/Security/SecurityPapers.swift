import ReviewEngine

extension FamilyPapers {
  static let security = FamilyPapers(.security)
}
