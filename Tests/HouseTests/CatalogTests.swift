import FigureReports
import FindingReports
import ReviewEngine
import ReviewRules
import Testing

@Suite struct CatalogTests {
  @Test("every rule has its file, named as its id, in the folder of its family")
  func rules() throws {
    let files = Set(
      House.files(below: "Sources/ReviewRules", ending: ".swift").filter {
        $0.split(separator: "/").count == 4
      })
    for rule in RuleCatalog.rules {
      let papers = rule.descriptor
      let name = papers.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        .joined()
      let file = "Sources/ReviewRules/\(Self.folder(of: papers.family))/\(name).swift"
      #expect(files.contains(file), "\(papers.id)")
    }
    let listed = try House.text("Sources/ReviewRules/RuleCatalog.swift")
    for file in files {
      guard try House.text(file).contains(": Rule {") else { continue }
      let name = file.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(listed.contains("\(name).self"), "\(name) is not in the catalog")
    }
  }

  /// The title as one word: `DevicesAndAI`.
  private static func folder(of family: RuleFamily) -> String {
    family.title.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  @Test("every family has its papers, in the order of the families")
  func families() {
    #expect(FamilyCatalog.families.map(\.family) == RuleFamily.allCases)
  }

  @Test("the ids of the rules are unique, sorted within their family, and in kebab case")
  func ruleIDs() {
    let ids = RuleCatalog.rules.map { $0.descriptor.id }
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
  }

  @Test("every report format is in the catalog, and its name is used once")
  func formats() throws {
    let listed = try House.text("Sources/FindingReports/ReportCatalog.swift")
    for file in House.files(below: "Sources/FindingReports", ending: "Report.swift") {
      let name = file.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      guard name != "Report" else { continue }
      #expect(listed.contains("\(name).self"), "\(name)")
    }
    let names = ReportCatalog.formats.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  @Test("every section of the figures is in the catalog, and its name is used once")
  func sections() throws {
    let listed = try House.text("Sources/FigureReports/SectionCatalog.swift")
    for file in House.files(below: "Sources/FigureReports/Sections", ending: "Section.swift") {
      let name = file.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(listed.contains("\(name).self"), "\(name)")
    }
    let names = SectionCatalog.sections.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  @Test("every command is in the catalog")
  func commands() throws {
    let listed = try House.text("Sources/CommandLineTool/CommandCatalog.swift")
    for file in House.files(below: "Sources/CommandLineTool/Commands", ending: "Command.swift") {
      let name = file.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(listed.contains("\(name).self"), "\(name)")
    }
  }

  @Test("every folder of Models has its folder in Output, and the other way round")
  func outputs() {
    #expect(House.folders(in: "Models") == House.folders(in: "Output"))
  }
}
