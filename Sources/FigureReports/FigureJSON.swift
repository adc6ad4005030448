import JSONText
import SolutionGraph
import SolutionModel

/// Figures for programs, together with the graph that they were worked out on.
enum FigureJSON {
  static func text(of report: FigureReport) -> String {
    JSONWriter(style: .pretty).text(value(of: report)) + "\n"
  }

  static func value(of report: FigureReport) -> JSONValue {
    let graph = report.graph
    return [
      "schemaVersion": .string(FigureSchema.version),
      "tool": ["name": "lintel", "version": .string(report.toolVersion)],
      "solution": .string(graph.solution.name),
      "elements": .object(graph.solution.elements.indices.lazy.map { element($0, in: graph) }),
      "links": .object(graph.solution.links.indices.lazy.map { link($0, in: graph) }),
      "legs": .array(graph.legs.map { leg($0, in: graph) }),
      "dependencies": .array(graph.dependencies().map { dependency($0, in: graph) }),
      "flows": .object(graph.solution.flows.lazy.map { ($0.id.text, flow($0)) }),
      "figures": .object(report.sections.map { (type(of: $0).name, section($0)) }),
    ]
  }

  private static func section(_ section: any FigureSection) -> JSONValue {
    ["assumptions": .strings(section.assumptions), "result": section.value]
  }

  private static func element(_ vertex: Int, in graph: SolutionGraph) -> (String, JSONValue) {
    let element = graph.element(vertex)
    let placement = graph.placements[vertex]
    return (
      element.id.text,
      [
        "name": .string(element.name),
        "kind": .string(element.kind.rawValue),
        "parent": JSONValue(element.parent?.text),
        "system": JSONValue(placement.system.map { graph.elementID($0).text }),
        "host": .string(graph.elementID(placement.host).text),
        "owner": JSONValue(placement.owner?.text),
        "domain": JSONValue(placement.domain?.text),
        "zone": JSONValue(placement.zone?.text),
        "external": .bool(placement.isExternal),
        "criticality": JSONValue(placement.criticality?.rawValue),
        "availability": .figure(element.availability?.fraction, places: 9),
        "instances": element.instances.map { .integer($0) } ?? .null,
        "needs": element.needs.map { .integer($0) } ?? .null,
      ]
    )
  }

  private static func link(_ place: Int, in graph: SolutionGraph) -> (String, JSONValue) {
    let link = graph.solution.links[place]
    let traits = graph.traits[place]
    return (
      link.id.text,
      [
        "from": .string(link.source.text),
        "to": .string(link.destination.text),
        "through": .strings(link.through.map(\.text)),
        "option": JSONValue(link.via?.text),
        "interaction": JSONValue(traits.interaction?.rawValue),
        "inUse": .bool(traits.isInUse),
        "hard": .bool(traits.isHard),
        "synchronous": .bool(traits.isFunctionallySynchronous),
        "structural": .bool(traits.isStructural),
        "carries": .strings(link.carries.map(\.text)),
      ]
    )
  }

  private static func leg(_ leg: SolutionGraph.Leg, in graph: SolutionGraph) -> JSONValue {
    [
      "from": .string(graph.elementID(leg.source).text),
      "to": .string(graph.elementID(leg.destination).text),
      "link": .string(graph.linkID(leg.link).text),
      "hard": .bool(graph.traits[leg.link].isHard),
      "synchronous": .bool(graph.traits[leg.link].isFunctionallySynchronous),
    ]
  }

  private static func dependency(_ dependency: Dependency, in graph: SolutionGraph) -> JSONValue {
    let traits = graph.traits[dependency.link]
    return [
      "dependent": .string(graph.elementID(dependency.dependent).text),
      "dependency": .string(graph.elementID(dependency.dependency).text),
      "link": .string(graph.linkID(dependency.link).text),
      "hard": .bool(traits.isHard),
      "synchronous": .bool(traits.isFunctionallySynchronous),
      "structural": .bool(traits.isStructural),
    ]
  }

  private static func flow(_ flow: Flow) -> JSONValue {
    [
      "name": .string(flow.name),
      "owner": JSONValue(flow.owner?.text),
      "criticality": JSONValue(flow.criticality?.rawValue),
      "links": .strings(flow.uses.map(\.link.text)),
      "work": .strings(flow.workplaces.map(\.element.text)),
      "availabilityTarget": .figure(flow.availabilityTarget?.fraction, places: 9),
      "latencyTargetMs": .figure(flow.latencyTarget.map { $0 / .milliseconds(1) }, places: 3),
    ]
  }
}
