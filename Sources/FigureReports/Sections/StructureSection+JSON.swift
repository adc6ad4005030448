public import JSONText
import SolutionGraph
import SolutionModel

extension StructureSection {
  public static let schema = SchemaForm.object([
    "propagationCost": SchemaForm.described(
      SchemaForm.optionalShare,
      "Of all ordered pairs of elements with a structural dependency, each and itself included, those in which one depends on the other at any distance; people are left out."
    ),
    "boundElements": SchemaForm.described(
      ["type": ["integer", "null"]], "How many elements have such a dependency."),
    "largestCircle": ["type": ["integer", "null"]],
    "hasCircularCore": SchemaForm.flag,
    "betweennessIsExact": SchemaForm.flag,
    "deepestCalls": SchemaForm.object([
      "elements": SchemaForm.list(of: SchemaForm.text),
      "links": SchemaForm.list(of: SchemaForm.text),
    ]),
    "parts": SchemaForm.described(
      SchemaForm.list(of: SchemaForm.count),
      "Sizes of the connected parts of the legs among elements, people left out."),
    "elements": SchemaForm.map(to: elementSchema),
    "cutPoints": SchemaForm.map(
      to: SchemaForm.object([
        "pieces": SchemaForm.list(of: SchemaForm.count), "separated": SchemaForm.count,
      ])),
    "bridges": SchemaForm.list(
      of: SchemaForm.object([
        "link": SchemaForm.text, "from": SchemaForm.text, "to": SchemaForm.text,
        "separated": SchemaForm.count,
      ])),
    "dominators": SchemaForm.object([
      "starts": SchemaForm.list(of: SchemaForm.text),
      "reached": SchemaForm.described(
        SchemaForm.map(
          to: SchemaForm.object(["dominator": SchemaForm.optionalText, "behind": SchemaForm.count])),
        "Immediate dominators over hard legs, all starts hanging below one virtual root."),
    ]),
  ])

  private static let elementSchema = SchemaForm.object([
    "fanIn": SchemaForm.described(
      SchemaForm.count, "How many others that are no people have a dependency on it."),
    "fanOut": SchemaForm.count,
    "instability": SchemaForm.described(
      SchemaForm.optionalShare, "fanOut ÷ (fanIn + fanOut); null when both are 0."),
    "visibleFanIn": SchemaForm.described(
      ["type": ["integer", "null"]],
      "How many others depend on it at any distance, over structural dependencies."),
    "visibleFanOut": ["type": ["integer", "null"]],
    "role": [
      "enum": .array(
        ChangePropagation.Role.allCases.map { .string($0.rawValue) } + [.null])
    ],
    "betweenness": SchemaForm.described(
      SchemaForm.share,
      "Brandes over the legs, parallel ones once, divided by (n−1)(n−2) for the n elements with a leg."
    ),
    "depth": SchemaForm.described(
      SchemaForm.count, "Edges of the longest path below it in the condensed graph of calls."),
  ])

  public var value: JSONValue {
    [
      "propagationCost": .figure(propagation?.propagationCost),
      "boundElements": propagation.map { .integer($0.elementCount) } ?? .null,
      "largestCircle": propagation.map { .integer($0.largestCircleCount) } ?? .null,
      "hasCircularCore": .bool(propagation?.hasCircularCore == true),
      "betweennessIsExact": .bool(betweenness.isExact),
      "deepestCalls": [
        "elements": .strings(depths.deepest?.elements.map(\.text) ?? []),
        "links": .strings(depths.deepest?.links.map(\.text) ?? []),
      ],
      "parts": .array(cuts.parts.map { .integer($0) }),
      "elements": .object(couplings.indices.lazy.map { (graph.elementID($0).text, element($0)) }),
      "cutPoints": .object(
        cuts.points.lazy.map { point in
          (
            point.element.text,
            [
              "pieces": .array(point.pieces.map { .integer($0) }),
              "separated": .integer(point.separatedCount),
            ]
          )
        }),
      "bridges": .array(cuts.bridges.map(Self.bridge)),
      "dominators": [
        "starts": .strings(dominators.starts.map(\.text)),
        "reached": .object(
          dominators.reached.lazy.map {
            (
              $0.element.text,
              ["dominator": JSONValue($0.dominator?.text), "behind": .integer($0.behindCount)]
            )
          }),
      ],
    ]
  }

  private static func bridge(_ bridge: CutPoints.Bridge) -> JSONValue {
    [
      "link": .string(bridge.link.text), "from": .string(bridge.from.text),
      "to": .string(bridge.to.text), "separated": .integer(bridge.separatedCount),
    ]
  }

  private func element(_ vertex: Int) -> JSONValue {
    let seen = propagation?.visibilities[vertex]
    return [
      "fanIn": .integer(couplings[vertex].afferent),
      "fanOut": .integer(couplings[vertex].efferent),
      "instability": .figure(couplings[vertex].instability),
      "visibleFanIn": seen.map { .integer($0.fanIn) } ?? .null,
      "visibleFanOut": seen.map { .integer($0.fanOut) } ?? .null,
      "role": JSONValue(seen?.role.rawValue),
      "betweenness": .figure(betweenness.shares[vertex]),
      "depth": .integer(depths.depths[vertex]),
    ]
  }
}
