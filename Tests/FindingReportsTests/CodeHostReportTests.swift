import FindingReports
import JSONText
import ReviewEngine
import SolutionModel
import SourceText
import Testing

@Suite struct CodeHostReportTests {
  private let hostile = SampleReport.report(
    names: ["a": SampleReport.hostile, "b": "Beta"], unowned: ["c"], waived: ["b"],
    diagnostics: [
      Diagnostic(
        "unknown-key", .error, SampleReport.hostile,
        at: SourceLocation(path: "model/odd name %.yaml", range: .fileStart))
    ], solution: SampleReport.hostile)
  private let withWaived = ReportMedium(isColored: false, width: 100, showsWaived: true)

  private func results(_ medium: ReportMedium = .file) throws -> [JSONValue] {
    let log = try JSONReader().value(SARIFReport().render(hostile, on: medium))
    guard case .array(let runs)? = log["runs"], case .array(let results)? = runs.first?["results"]
    else { return [] }
    return results
  }

  @Test("a SARIF log has the members that GitHub requires, and rule indices that lead to the rules")
  func sarifMembers() throws {
    let log = try JSONReader().value(SARIFReport().render(hostile, on: .file))
    #expect(log["version"] == "2.1.0")
    guard case .array(let runs)? = log["runs"], let run = runs.first,
      case .array(let rules)? = run["tool"]?["driver"]?["rules"]
    else {
      Issue.record("no run")
      return
    }
    #expect(runs.count == 1)
    for result in try results() {
      guard case .integer(let index)? = result["ruleIndex"], rules.indices.contains(index) else {
        Issue.record("no rule")
        continue
      }
      #expect(rules[index]["id"] == result["ruleId"])
      guard case .array(let places)? = result["locations"] else {
        Issue.record("no place")
        continue
      }
      #expect(places.count == 1)
      #expect(places.first?["physicalLocation"]?["region"]?["startLine"] != nil)
      #expect(result["partialFingerprints"]?["primaryLocationLineHash"] != nil)
    }
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        guard case .string(let text)? = rule[key]?["text"] else {
          Issue.record("no \(key)")
          continue
        }
        #expect(!text.isEmpty)
      }
    }
  }

  @Test("waived findings are in a SARIF log only when they are asked for, as suppressed ones")
  func sarifSuppressions() throws {
    #expect(try results().count == 2)
    let all = try results(withWaived)
    #expect(all.count == 3)
    #expect(all.filter { $0["suppressions"] != nil }.count == 1)
  }

  @Test("a clean review is a SARIF log with an empty list, so that old alerts close")
  func sarifClean() throws {
    let report = SampleReport.report(names: [:])
    let log = try JSONReader().value(SARIFReport().render(report, on: .file))
    guard case .array(let runs)? = log["runs"] else { return }
    #expect(runs.first?["results"] == [])
  }

  @Test("brackets of model text are no links, and paths are addresses, in a SARIF log")
  func sarifEscapes() throws {
    let texts = try results().compactMap { result -> String? in
      guard case .string(let text)? = result["message"]?["text"] else { return nil }
      return text
    }
    #expect(texts.contains { $0.contains(#"\[x\](javascript:1)"#) })
    #expect(texts.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\u{202E}") })
    let log = SARIFReport().render(hostile, on: .file)
    #expect(log.contains("model/odd%20name%20%25.yaml"))
  }

  @Test("no model text begins a workflow command or ends a property")
  func workflowCommands() {
    let lines = GitHubReport().render(hostile, on: .file).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.hasPrefix("::error ") || line.hasPrefix("::warning "))
      #expect(line.contains("title="))
      #expect(!line.contains("\r") && !line.contains("\u{1B}"))
    }
    #expect(lines.contains { $0.contains("file=model/odd name %25.yaml,line=1") })
  }

  @Test("GitHub is given ten annotations of a level, and the number of the others")
  func workflowLimits() {
    let names = (10..<40).map { ("e\($0)", "Element \($0)") }
    let report = SampleReport.report(names: Dictionary(uniqueKeysWithValues: names))
    let lines = GitHubReport().render(report, on: .file).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.last == "::notice title=lintel::20 more in the summary of the run")
  }

  @Test("issues for GitLab carry what the widget requires, and no fingerprint twice")
  func gitLabIssues() throws {
    guard
      case .array(let issues) = try JSONReader().value(
        GitLabReport().render(hostile, on: withWaived))
    else { return }
    #expect(issues.count == 3)
    #expect(Set(issues.compactMap { $0["fingerprint"] }).count == 3)
    for issue in issues {
      guard case .string(let text)? = issue["description"],
        case .string(let id)? = issue["check_name"]
      else {
        Issue.record("no description")
        continue
      }
      #expect(text.hasPrefix(id + ": "))
      #expect(issue["location"]?["lines"]?["begin"] != nil)
    }
  }
}

@Suite struct RepositoryPathsTests {
  @Test(
    "paths start at the root of the repository",
    arguments: [
      ("lintel.yaml", "Models/webshop/lintel.yaml"),
      ("./parts/../lintel.yaml", "Models/webshop/lintel.yaml"),
      ("../claims/a.yaml", "Models/claims/a.yaml"),
      ("/repo/a.yaml", "a.yaml"), ("/elsewhere/a.yaml", "/elsewhere/a.yaml"),
      ("../../../a.yaml", "../../../a.yaml"),
    ])
  func startAtRoot(_ path: String, _ expected: String) {
    #expect(RepositoryPaths(root: "/repo", folder: "/repo/Models/webshop").path(path) == expected)
  }
}
