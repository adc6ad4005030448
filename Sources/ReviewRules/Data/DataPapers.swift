import ReviewEngine

extension FamilyPapers {
  static let data = FamilyPapers(.data)
}
