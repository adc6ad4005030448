import ArgumentGrammar
import JSONText
import LintelKit
import MachinePorts
import SourceText
import YAMLSyntax

/// Measures each stage on models of growing size.
struct MeasureCommand: WorkshopCommand {
  static let spec = CommandSpec(
    "measure", "time and counts of work of each stage on models of 10 to 10,000 links, as JSON")

  static func run(_ arguments: ParsedArguments, on machine: Machine) throws -> Bool {
    var rows: [JSONValue] = []
    for links in [10, 100, 1_000, 10_000] {
      rows.append(try measure(links: links, on: machine))
    }
    machine.console.writeOutput(JSONWriter(style: .pretty).text(.array(rows)) + "\n")
    return true
  }

  private static func measure(links: Int, on machine: Machine) throws -> JSONValue {
    let elements = max(6, links / 2)
    let text = ModelGenerator(
      elements: elements, links: links, flows: elements / 20, views: 0, seed: 7
    ).text
    let path = ".build/bench/measure-\(links)/lintel.yaml"
    try machine.files.write(Array(text.utf8), to: path)
    let clock = ContinuousClock()
    var members: [JSONValue.Member] = [
      .init("links", .integer(links)), .init("bytes", .integer(text.utf8.count)),
    ]
    var events = 0
    let parse = clock.measure { events = YAMLParser.countEvents(Array(text.utf8)) ?? 0 }
    members += [
      .init("events", .integer(events)), .init("eventsMilliseconds", milliseconds(parse)),
    ]
    let start = clock.now
    let workspace = try Workspace(at: path, on: machine)
    let read = clock.now
    let review = try workspace.review(on: machine)
    let judged = clock.now
    members += [
      .init("elements", .integer(workspace.solution.elements.count)),
      .init("findings", .integer(review.findings.count)),
      .init("readMilliseconds", milliseconds(read - start)),
      .init("reviewMilliseconds", milliseconds(judged - read)),
    ]
    for (name, format) in ReportCatalog.formats.map({ ($0.name, $0) }) where !format.showsPictures {
      let report = workspace.report(of: review)
      let taken = clock.measure { _ = format.init().render(report, on: .file) }
      members.append(.init("\(name)Milliseconds", milliseconds(taken)))
    }
    return .object(members)
  }

  private static func milliseconds(_ duration: Duration) -> JSONValue {
    let (seconds, attoseconds) = duration.components
    return .number(Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000)
  }
}
