public import FigureReports
import SolutionReading

extension Workspace {
  /// The figures of all sections.
  public var figures: FigureReport { FigureReport(of: graph, toolVersion: LintelVersion.text) }

  /// The figures of the sections with these names, in their order; of all sections for none.
  ///
  /// - Throws: `unknownSection`.
  public func figures(of sections: [String]) throws(LintelError) -> FigureReport {
    guard !sections.isEmpty else { return figures }
    var chosen: [any FigureSection.Type] = []
    for name in sections {
      guard let section = SectionCatalog.section(named: name) else {
        let known = SectionCatalog.sections.map { $0.name }
        throw .unknownSection(
          name, known: known, nearest: NearestWord.nearest(to: name, in: known))
      }
      if !chosen.contains(where: { $0.name == name }) { chosen.append(section) }
    }
    return FigureReport(of: graph, sections: chosen, toolVersion: LintelVersion.text)
  }
}
