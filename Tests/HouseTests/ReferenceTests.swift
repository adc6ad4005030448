import Foundation
import ReviewEngine
import ReviewRules
import Testing

@Suite struct ReferenceTests {
  @Test("the folder of rule pages has a page for each rule, one for each family, and no other")
  func rulePages() {
    let pages = House.files(below: "Documentation/Rules", ending: ".md")
      .compactMap { $0.split(separator: "/").last }.filter { $0 != "README.md" }
    let expected =
      RuleCatalog.rules.map { $0.descriptor.id + ".md" }
      + RuleFamily.allCases.map { "family-\($0.rawValue).md" }
    #expect(Set(pages.map(String.init)) == Set(expected))
  }

  @Test("links between the pages of the documentation lead somewhere")
  func links() throws {
    let pages =
      House.files(below: "Documentation", ending: ".md") + ["README.md", "CONTRIBUTING.md"]
    for page in pages {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for match in try House.text(page).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
        let target = String(match.output.1)
        guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
        let url = House.root.appending(path: folder).appending(path: target).standardizedFileURL
        #expect((try? url.checkResourceIsReachable()) == true, "\(page) → \(target)")
      }
    }
  }
}
