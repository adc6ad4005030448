import Foundation
import Testing

@Suite struct CommandLineTests {
  private let tool = Tool()
  private static let sixLines = """
    lintel: 1
    solution: Web shop
    apps: { shop: Web shop, ordering: Ordering, stock: Stock }
    links:
      - shop -> ordering: submits the order
      - ordering -> stock: reserves the articles

    """

  @Test("six lines are a model: it is reviewed, and the gate passes")
  func sixLines() throws {
    try tool.withFolder { folder in
      try folder.write(Self.sixLines, to: "lintel.yaml")
      let run = try tool.run("review", in: folder)
      #expect(run.code == 0)
      #expect(run.errors.hasPrefix("reviewed 3 elements and 2 links by "))
    }
  }

  @Test("the nearest model above is found from a folder below")
  func nearestModel() throws {
    try tool.withFolder { folder in
      try folder.write(Self.sixLines, to: "lintel.yaml")
      try folder.write("", to: "deep/down/note.txt")
      let run = try tool.run("draw", "--list", in: folder.appending(path: "deep/down"))
      #expect(run.code == 0)
      #expect(run.text.hasPrefix("landscape"))
    }
  }

  @Test("the exit code says whether the gate passed, failed, or the job could not be done")
  func exitCodes() throws {
    try tool.withFolder { folder in
      let flawed = """
        lintel: 1
        solution: Shop
        apps: { shop: Shop, old: { name: Old, lifecycle: retired } }
        data: { order: { master: [shop, old] } }
        links:
          - shop -> old: asks
            carries: [order]

        """
      try folder.write(flawed, to: "lintel.yaml")
      #expect(try tool.run("review", "--fail-on", "note", in: folder).code == 1)
      #expect(try tool.run("review", "--fail-on", "never", in: folder).code == 0)
      try folder.write(flawed.replacing("links:", with: "linkz:"), to: "lintel.yaml")
      let broken = try tool.run("review", "--fail-on", "never", in: folder)
      #expect(broken.code == 2)
      #expect(broken.text.contains("lintel.yaml:5:1: error[unknown-key]"))
    }
  }

  @Test(
    "a wrong command line ends with 2 and says what would be right",
    arguments: [
      (["reviw"], "did you mean 'review'?"),
      (["review", "--frmat", "json"], "did you mean '--format'?"),
      (["review", "nowhere"], "'nowhere' does not exist"),
      (["review", "Models/webshop-1", "--select", "no-mastr"], "did you mean 'no-master'?"),
      (["review", "--today", "tomorrow"], "write a day as 2026-01-31"),
      (["review", "-f", "json", "-f", "markdown"], "name a file for each"),
      (["draw", "Models/webshop-1", "lanscape"], "did you mean 'landscape'?"),
      (["draw", "Models/webshop-1", "-o", "all.svg"], "name one view, or a folder"),
      (["explain", "no-such-rule"], "'no-such-rule' is no rule and no family of rules"),
      (["explain"], "'explain' needs RULE"),
      (["explain", "ffffffff", "Models/webshop-2"], "the nearest are: "),
      ([], "usage: lintel COMMAND"),
    ])
  func usage(words: [String], expected: String) throws {
    let run = try tool.run(words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test("a folder without a model, an empty file and a file that is none are told apart")
  func noModel() throws {
    try tool.withFolder { folder in
      let none = try tool.run("review", in: folder)
      #expect(none.code == 2 && none.errors.contains("there is no 'lintel.yaml'"))
      #expect(none.errors.contains("lintel init"))
      try folder.write("a: 1\n", to: "other.yaml")
      let other = try tool.run("review", ".", in: folder)
      #expect(other.code == 2 && other.text.contains("error[no-model]"))
      try folder.write("", to: "empty.yaml")
      let empty = try tool.run("review", "empty.yaml", in: folder)
      #expect(empty.code == 2)
      #expect(empty.text.contains("empty.yaml:1:1") || empty.errors.contains("empty.yaml"))
    }
  }

  @Test(
    "bytes that are no text are an error with their place",
    arguments: [([0x73, 0x3A, 0x20, 0xFF] as [UInt8], "1:4"), ([0x73, 0x3A, 0x20, 0x00], "1:4")])
  func noText(bytes: [UInt8], place: String) throws {
    try tool.withFolder { folder in
      try Data(bytes).write(to: folder.appending(path: "lintel.yaml"))
      let run = try tool.run("review", in: folder)
      #expect(run.code == 2)
      #expect(run.text.hasPrefix("lintel.yaml:\(place): error["), "\(run.text) \(run.errors)")
    }
  }

  @Test("colours follow --color, then NO_COLOR, then FORCE_COLOR")
  func colours() throws {
    let words = ["review", "Models/webshop", "-f", "full", "--fail-on", "never"]
    func colored(_ more: [String], _ environment: [String: String]) throws -> Bool {
      try tool.run(words + more, environment: environment).text.contains("\u{1B}[")
    }
    #expect(try !colored([], [:]))
    #expect(try colored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try colored([], ["FORCE_COLOR": "1"]))
    #expect(try !colored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try colored([], ["FORCE_COLOR": "1", "NO_COLOR": ""]))
    #expect(try !colored(["--color", "never"], ["FORCE_COLOR": "1"]))
  }

  @Test("standard output has the result and nothing else, and --quiet silences the rest")
  func streams() throws {
    let run = try tool.run("review", "Models/webshop", "-f", "json", "--fail-on", "never", "-q")
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(try JSONSerialization.jsonObject(with: run.output) is [String: Any])
  }

  @Test("every command has help that shows its examples")
  func help() throws {
    let overview = try tool.run("--help")
    #expect(overview.code == 0)
    for name in ["build", "review", "draw", "rules", "explain", "init", "schema"] {
      let help = try tool.run(name, "--help")
      #expect(help.code == 0 && help.text.contains("examples:\n  lintel \(name)"), "\(name)")
      #expect(overview.text.contains("  \(name) "))
      #expect(try tool.run("help", name).output == help.output)
    }
  }

  @Test(
    "a starter is written once, and can be built at once",
    arguments: ["product", "minimal", "landscape"])
  func starters(name: String) throws {
    try tool.withFolder { folder in
      let first = try tool.run("init", "first", "--starter", name, in: folder)
      #expect(first.code == 0 && first.errors.contains("next: lintel build first"))
      let again = try tool.run("init", "first", in: folder)
      #expect(again.code == 2 && again.errors.contains("is there already"))
      let build = try tool.run("build", "first", in: folder)
      #expect(build.code == 0, "\(build.errors)")
      #expect(folder.contents.keys.contains("Output/first/review.html"))
    }
  }

  @Test("a rule is explained with its examples")
  func explain() throws {
    let run = try tool.run("explain", "no-master")
    #expect(run.code == 0)
    for heading in [
      "What it finds", "Why it matters", "How it is found", "What to do", "When it is wrong",
      "Example:",
    ] {
      #expect(run.text.contains(heading))
    }
  }

  @Test("a finding is explained by the beginning of its fingerprint, in text and as JSON")
  func explainFinding() throws {
    let review = try tool.run("review", "Models/webshop-2", "-f", "jsonl")
    let line = try #require(review.text.split(separator: "\n").first)
    let finding = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let fingerprint = try #require(finding["fingerprint"] as? String)
    let message = try #require(finding["message"] as? String)
    let text = try tool.run("explain", String(fingerprint.prefix(10)), "Models/webshop-2")
    #expect(text.code == 0 && text.text.contains(message))
    for heading in ["The facts", "With the numbers put in", "What would clear it"] {
      #expect(text.text.contains("\n\(heading)\n"), "\(heading)")
    }
    let json = try tool.run("explain", fingerprint, "Models/webshop-2", "-f", "json")
    let value = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    #expect(value?["fingerprint"] as? String == fingerprint)
    #expect((value?["facts"] as? [Any])?.isEmpty == false)
  }

  @Test("a family is shown with its rules, by both commands and as JSON")
  func family() throws {
    let explained = try tool.run("explain", "availability")
    #expect(explained.code == 0 && explained.text.contains("single-point-of-failure"))
    #expect(try tool.run("rules", "availability/*").text == explained.text)
    let json = try tool.run("explain", "availability/*", "--format", "json")
    let value = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    #expect((value?["rules"] as? [String])?.contains("single-point-of-failure") == true)
    #expect(value?["leavesOut"] is [Any])
  }

  @Test("remedies are tried when somebody asks")
  func remedies() throws {
    let without = try tool.run("review", "Models/webshop-2", "-f", "full")
    let with = try tool.run("review", "Models/webshop-2", "-f", "full", "--remedies")
    #expect(!without.text.contains("= cure"))
    #expect(with.text.contains("= cure    idempotent 'shop -> ordering': clears 1 finding"))
    #expect(with.code == without.code)
  }

  @Test("the schemas are JSON")
  func schemas() throws {
    for what in ["model", "report"] {
      let run = try tool.run("schema", what)
      let value = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
      #expect(value?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
  }
}
