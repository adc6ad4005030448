import MachinePorts

/// The measurements behind `lintel-dev bench`.
struct Bench {
  let machine: Machine
  let runs: Int
  private let tool: String
  private let workshop: String

  init(machine: Machine, runs: Int) {
    self.machine = machine
    self.runs = runs
    let own = machine.files.canonicalPath("/proc/self/exe") ?? ".build/release/lintel-dev"
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    tool = "/\(folder)/lintel"
    workshop = own
  }

  /// The review of 5,000 and of 10,000 elements, against the YAML library alone.
  func review() throws -> [Promise] {
    let small = try model("bench-5000", elements: 5000, links: 10_000, flows: 250)
    let large = try model("bench-10000", elements: 10_000, links: 20_000, flows: 500)
    let (review, events) = try ChildRun.pair(
      reviewing(small), [workshop, "count-events", small], times: runs)
    let (larger, smaller) = try ChildRun.pair(reviewing(large), reviewing(small), times: runs)
    return [
      Promise(
        name: "review of 5,000 elements against its bare parse",
        figure: review.wallSeconds / events.wallSeconds, bound: 4, unit: " times"),
      Promise(
        name: "review of 10,000 elements against 5,000",
        figure: larger.wallSeconds / smaller.wallSeconds, bound: 2.2, unit: " times"),
      Promise(
        name: "memory of the review of 5,000 elements", figure: megabytes(smaller), bound: 150,
        unit: " MB"),
      Promise(
        name: "memory of the review of 10,000 elements", figure: megabytes(larger), bound: 300,
        unit: " MB"),
    ]
  }

  /// A six-line model reviewed, against `dot` drawing one node.
  func start() throws -> Promise {
    let graph = "\(folder)/one.dot"
    try machine.files.write(Array("digraph { a }\n".utf8), to: graph)
    let (review, dot) = try ChildRun.pair(
      reviewing("Models/webshop-1"), ["dot", "-Tsvg", graph], times: runs * 4)
    return Promise(
      name: "review of six lines against 'dot -Tsvg' of one node",
      figure: review.wallSeconds / dot.wallSeconds, bound: 2, unit: " times")
  }

  private let folder = ".build/bench"

  func model(_ name: String, elements: Int, links: Int, flows: Int, views: Int = 0) throws -> String
  {
    let path = "\(folder)/\(name)/lintel.yaml"
    let generator = ModelGenerator(
      elements: elements, links: links, flows: flows, views: views, seed: 7)
    try machine.files.write(Array(generator.text.utf8), to: path)
    return path
  }

  private func reviewing(_ path: String) -> [String] {
    [tool, "review", path, "--format", "concise", "--fail-on", "never", "--today", "2026-01-01"]
  }

  private func megabytes(_ run: ChildRun) -> Double { Double(run.peakBytes) / 1_048_576 }
}
