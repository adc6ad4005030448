import Foundation
import JSONText
import LintelKit
import Testing

@Suite struct FigureCommandTests {
  private let tool = Tool()
  private static let models = ["claims", "fleet", "hospital", "lintel", "webshop", "webshop-1"]

  @Test("the figures of every model are written in every format", arguments: models)
  func analyze(model: String) throws {
    let json = try tool.run("analyze", "Models/\(model)", "-f", "json")
    #expect(json.code == 0)
    let value = try JSONReader().value(json.text)
    #expect(value["figures"]?.memberNames == SectionCatalog.sections.map { $0.name })
    for format in ["text", "markdown", "csv"] {
      #expect(try tool.run("analyze", "Models/\(model)", "-f", format).code == 0)
    }
  }

  @Test("one section is printed by its name, and a file's ending chooses the format")
  func sections() throws {
    try tool.withFolder { folder in
      let text = try tool.run("analyze", "Models/webshop", "cycles")
      #expect(text.text.contains("Cycles") && !text.text.contains("Latency"))
      let file = folder.appending(path: "figures.json").path(percentEncoded: false)
      let run = try tool.run("analyze", "Models/webshop", "matrix", "-o", file)
      #expect(run.code == 0 && run.output.isEmpty)
      #expect(folder.contents["figures.json"]?.first == UInt8(ascii: "{"))
    }
  }

  @Test("who is hit, which ways lead there, and what a selector chooses is told")
  func questions() throws {
    let impact = try tool.run("impact", "Models/webshop", "payment")
    #expect(impact.code == 0 && impact.text.contains("payment ← commerce.ordering"))
    let path = try tool.run("path", "Models/webshop", "shop", "stock-db")
    #expect(path.text.contains("commerce.shop → commerce.ordering"))
    let hard = try tool.run("path", "Models/webshop", "shop", "stock-db", "--hard")
    #expect(hard.code == 0 && hard.text.contains("no way leads there"))
    let query = try tool.run("query", "Models/webshop", "kind = store", "-f", "json")
    #expect(query.text.contains("\"warehouse.stock-db\""))
  }

  @Test("a build writes the figures, and its reports show the most telling ones")
  func build() throws {
    try tool.withFolder { folder in
      let model = tool.root.appending(path: "Models/webshop").path(percentEncoded: false)
      #expect(try tool.run("build", model, "-o", "out", in: folder).code == 0)
      let files = folder.appending(path: "out").contents
      let figures = try tool.run("analyze", model, "-f", "json")
      #expect(files["analysis.json"] == figures.output)
      for (file, heading) in [("review.html", "id=\"figures\""), ("review.md", "\n## Figures\n")] {
        let text = String(decoding: files[file] ?? Data(), as: UTF8.self)
        #expect(text.contains(heading), "\(file)")
        #expect(text.contains("propagation cost"), "\(file)")
      }
    }
  }

  @Test(
    "a wrong question ends with 2 and says what would be right",
    arguments: [
      (["analyze", "Models/webshop", "strucutre"], "did you mean 'structure'?"),
      (["impact", "Models/webshop", "paymnt"], "did you mean 'payment'?"),
      (["impact", "Models/webshop"], "'impact' needs an ELEMENT"),
      (["path", "Models/webshop", "shop"], "'path' needs A and B"),
      (["path", "Models/webshop", "shop", "shop"], "are the same element"),
      (["path", "Models/webshop", "shop", "take-order"], "is a flow, and an element is needed"),
      (["query", "Models/webshop", "type ="], "a value is missing"),
      (["query"], "'query' needs a SELECTOR"),
    ])
  func wrongQuestions(words: [String], expected: String) throws {
    let run = try tool.run(words)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }
}
