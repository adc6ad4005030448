import ReviewEngine

extension FamilyPapers {
  static let availability = FamilyPapers(.availability)
}
