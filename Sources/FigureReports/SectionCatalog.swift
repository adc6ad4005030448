/// Every section, in the order of a report, a line each; a test compares the list with the folder.
public enum SectionCatalog {
  public static let sections: [any FigureSection.Type] = [
    StructureSection.self,
    CyclesSection.self,
    MatrixSection.self,
    GroupsSection.self,
    CouplingSection.self,
    AvailabilitySection.self,
    LatencySection.self,
    FailureSection.self,
    LoadSection.self,
    BatchSection.self,
    DataSection.self,
  ]

  /// The section with a name.
  public static func section(named name: String) -> (any FigureSection.Type)? {
    sections.first { $0.name == name }
  }
}
