import FigureReports
import JSONText
import Testing

@Suite struct FigureTextTests {
  @Test("every section has a schema, a title and a summary without a full stop")
  func sections() {
    for section in SectionCatalog.sections {
      #expect(section.schema["type"] != nil, "\(section.name)")
      #expect(!section.title.isEmpty && !section.summary.hasSuffix("."), "\(section.name)")
    }
  }
}
