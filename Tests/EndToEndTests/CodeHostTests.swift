import Foundation
import Testing

@Suite struct CodeHostTests {
  private let tool = Tool()

  private static let shop = "lintel: 1\nsolution: Shop\napps: { shop: Shop }\n"

  @Test("paths for a code host start at the repository, wherever the tool was started")
  func repositoryPaths() throws {
    try tool.withFolder { folder in
      try folder.write(Self.shop, to: "models/shop/lintel.yaml")
      try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
      let inside = folder.appending(path: "models/shop")
      for (place, path) in [(folder, "models/shop"), (inside, ".")] {
        let run = try tool.run(
          "review", path, "-f", "sarif", "--select", "owner-missing", "-q", in: place)
        #expect(run.text.contains("\"uri\": \"models/shop/lintel.yaml\""), "\(path)")
      }
    }
  }

  @Test("the page of a GitHub step gets the whole review behind what it had")
  func stepSummary() throws {
    try tool.withFolder { folder in
      try folder.write(Self.shop, to: "lintel.yaml")
      try folder.write("before\n", to: "summary.md")
      let file = folder.appending(path: "summary.md")
      let run = try tool.run(
        "review", "-f", "github", "-q", in: folder,
        environment: ["GITHUB_STEP_SUMMARY": file.path(percentEncoded: false)])
      #expect(run.code == 0)
      #expect(
        try String(contentsOf: file, encoding: .utf8).hasPrefix("before\n# Review: Shop"))
    }
  }

  @Test("waived findings reach a code host only when they are asked for")
  func waived() throws {
    let plain = try tool.run(
      "review", "Models/webshop", "-f", "sarif", "-q", "--today", "2026-06-30")
    let all = try tool.run(
      "review", "Models/webshop", "-f", "sarif", "-q", "--today", "2026-06-30", "--include-waived")
    #expect(!plain.text.contains("suppressions"))
    #expect(all.text.contains("suppressions"))
  }
}
