import ReviewEngine

extension FamilyPapers {
  static let devicesAndAI = FamilyPapers(.devicesAndAI)
}
