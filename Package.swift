// swift-tools-version: 6.2
import PackageDescription

// Rooms are declared from the ground up. `House.room` stops when a room names one that is not yet
// declared, so an arrow can only point down; `Documentation/Architecture.md` shows the same floors.
struct House {
  private(set) var targets: [Target] = []
  private var floorOf: [String: Int] = [:]
  private var floor = -1

  private static let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]

  /// Without Foundation nobody else brings rounding and logarithms along.
  private static let mathematics: [LinkerSetting] = [
    .linkedLibrary("m", .when(platforms: [.linux]))
  ]

  mutating func nextFloor() { floor += 1 }

  mutating func room(
    _ name: String, uses rooms: [String] = [], c libraries: [String] = [], texts: [String] = []
  ) {
    check(name, rooms)
    targets.append(
      .target(
        name: name, dependencies: dependencies(rooms + libraries),
        resources: texts.map { .embedInCode($0) }, swiftSettings: Self.settings,
        linkerSettings: Self.mathematics))
  }

  mutating func door(_ name: String, uses rooms: [String]) {
    check(name, rooms)
    targets.append(
      .executableTarget(name: name, dependencies: dependencies(rooms), swiftSettings: Self.settings)
    )
  }

  mutating func systemLibrary(
    _ name: String, pkgConfig: String, apt: String, brew: String, shim: String
  ) {
    targets.append(
      .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])]))
    targets.append(.target(name: shim, dependencies: [.target(name: name)]))
  }

  mutating func shim(_ name: String) { targets.append(.target(name: name)) }

  mutating func tests(
    _ name: String, of rooms: [String], resources: [Resource] = [], c libraries: [String] = []
  ) {
    targets.append(
      .testTarget(
        name: name, dependencies: dependencies(rooms + libraries + ["TestSupport"]),
        resources: resources, swiftSettings: Self.settings))
  }

  mutating func testSupport(_ name: String, uses rooms: [String]) {
    targets.append(
      .target(
        name: name, dependencies: dependencies(rooms), path: "Tests/\(name)",
        swiftSettings: Self.settings))
  }

  private mutating func check(_ name: String, _ rooms: [String]) {
    for room in rooms {
      guard let lower = floorOf[room] else {
        fatalError("'\(name)' uses '\(room)', which is not declared below it")
      }
      precondition(lower < floor, "'\(name)' uses '\(room)', which is on the same floor")
    }
    floorOf[name] = floor
  }

  private func dependencies(_ names: [String]) -> [Target.Dependency] {
    names.map { .target(name: $0) }
  }
}

var house = House()

house.nextFloor()  // 0: the nouns, and tools that know nothing of architecture
house.room("SourceText")
house.room("SolutionModel")
house.room("GraphAlgorithms")
house.room("MarkupText")
house.room("JSONText")
house.room("ArgumentGrammar")
house.room("MachinePorts")

house.nextFloor()  // 1
house.systemLibrary(
  "CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml", shim: "CYAMLShim")
house.room("YAMLSyntax", uses: ["SourceText"], c: ["CYAMLShim"])
house.room("SolutionGraph", uses: ["SolutionModel", "GraphAlgorithms"])
house.room(
  "VendorFacts", uses: ["SolutionModel"],
  texts: [
    "Facts/deprecated-parts.txt", "Facts/end-of-support.txt", "Facts/message-limits.txt",
  ])
house.shim("CProcessShim")
house.room("LocalMachine", uses: ["MachinePorts"], c: ["CProcessShim"])

house.nextFloor()  // 2
house.room(
  "SolutionReading",
  uses: ["SourceText", "YAMLSyntax", "SolutionModel", "JSONText", "MachinePorts"])
house.room("ReviewEngine", uses: ["SourceText", "SolutionModel", "SolutionGraph"])
house.room("SolutionViews", uses: ["SolutionModel", "SolutionGraph"])

house.nextFloor()  // 3
house.room(
  "ReviewRules", uses: ["ReviewEngine", "SolutionModel", "SolutionGraph", "VendorFacts"])
house.room(
  "FindingReports",
  uses: ["ReviewEngine", "SolutionModel", "SourceText", "MarkupText", "JSONText"])
house.room(
  "FigureReports", uses: ["SolutionModel", "SolutionGraph", "JSONText", "MarkupText"])
house.room("DiagramScene", uses: ["SolutionModel", "SolutionViews"])

house.nextFloor()  // 4
house.systemLibrary(
  "CGraphviz", pkgConfig: "libgvc", apt: "libgraphviz-dev", brew: "graphviz",
  shim: "CGraphvizShim")
house.room(
  "GraphvizLayout", uses: ["DiagramScene", "SolutionModel", "MachinePorts"], c: ["CGraphvizShim"])
house.room("ScenePainting", uses: ["DiagramScene", "MarkupText", "SolutionModel"])
house.room("SequenceLayout", uses: ["DiagramScene"])
house.room(
  "DiagramLanguages",
  uses: ["DiagramScene", "SolutionViews", "MarkupText", "JSONText", "SolutionModel"])

house.nextFloor()  // 5
house.shim("CPictureShim")
house.room("PictureExport", c: ["CPictureShim"])

house.nextFloor()  // 6: the one public product
house.room(
  "LintelKit",
  uses: [
    "SourceText", "SolutionModel", "MarkupText", "JSONText", "MachinePorts",
    "SolutionGraph", "SolutionReading", "ReviewEngine", "SolutionViews", "ReviewRules",
    "FindingReports", "FigureReports", "DiagramScene", "SequenceLayout", "GraphvizLayout",
    "ScenePainting", "DiagramLanguages", "PictureExport",
  ])

house.nextFloor()  // 7
house.room(
  "CommandLineTool",
  uses: [
    "SolutionModel", "ArgumentGrammar", "MachinePorts", "MarkupText", "ReviewEngine",
    "SolutionViews", "FindingReports", "FigureReports", "LintelKit",
  ])

house.nextFloor()  // 8: the executables
house.door("lintel", uses: ["CommandLineTool", "LocalMachine"])
house.door(
  "lintel-dev",
  uses: [
    "SourceText", "SolutionModel", "JSONText", "ArgumentGrammar", "MachinePorts",
    "YAMLSyntax", "LocalMachine", "ReviewEngine", "FindingReports", "DiagramScene",
    "GraphvizLayout", "LintelKit",
    "CommandLineTool",
  ])

house.testSupport(
  "TestSupport",
  uses: [
    "MachinePorts", "SourceText", "JSONText", "SolutionModel", "SolutionGraph", "SolutionViews",
    "DiagramScene",
  ])
house.tests("SourceTextTests", of: ["SourceText"])
house.tests("SolutionModelTests", of: ["SolutionModel"])
house.tests("GraphAlgorithmsTests", of: ["GraphAlgorithms"])
house.tests("MarkupTextTests", of: ["MarkupText"])
house.tests("JSONTextTests", of: ["JSONText"])
house.tests("ArgumentGrammarTests", of: ["ArgumentGrammar"])
house.tests("YAMLSyntaxTests", of: ["YAMLSyntax", "SourceText"])
house.tests("SolutionGraphTests", of: ["SolutionGraph", "SolutionModel", "GraphAlgorithms"])
house.tests("VendorFactsTests", of: ["VendorFacts", "SolutionModel"])
house.tests("LocalMachineTests", of: ["LocalMachine", "MachinePorts"])
house.tests(
  "SolutionReadingTests",
  of: ["SolutionReading", "YAMLSyntax", "SourceText", "SolutionModel", "JSONText", "MachinePorts"])
house.tests(
  "ReviewEngineTests", of: ["ReviewEngine", "SourceText", "SolutionModel", "SolutionGraph"])
house.tests(
  "SolutionViewsTests",
  of: [
    "SolutionViews", "SolutionModel", "SolutionGraph", "SolutionReading", "SourceText",
    "MachinePorts",
  ])
house.tests(
  "ReviewRulesTests",
  of: [
    "ReviewRules", "ReviewEngine", "SolutionReading", "SolutionModel", "SolutionGraph",
    "SourceText", "MachinePorts", "YAMLSyntax",
  ])
house.tests(
  "FindingReportsTests",
  of: [
    "FindingReports", "ReviewEngine", "ReviewRules", "SolutionReading", "SolutionModel",
    "SolutionGraph", "SourceText", "JSONText", "MarkupText", "MachinePorts",
  ])
house.tests(
  "FigureReportsTests",
  of: [
    "FigureReports", "SolutionReading", "SolutionModel", "SolutionGraph", "SourceText", "JSONText",
    "MarkupText", "MachinePorts",
  ])
house.tests(
  "DiagramSceneTests",
  of: [
    "DiagramScene", "SolutionViews", "SolutionModel", "SolutionGraph", "SolutionReading",
    "SourceText", "MachinePorts",
  ])
house.tests(
  "GraphvizLayoutTests",
  of: [
    "GraphvizLayout", "DiagramScene", "SolutionModel", "SolutionViews", "MachinePorts",
    "LocalMachine",
  ])
house.tests(
  "ScenePaintingTests",
  of: ["ScenePainting", "DiagramScene", "MarkupText", "SolutionModel", "SolutionViews"])
house.tests(
  "SequenceLayoutTests",
  of: [
    "SequenceLayout", "DiagramScene", "SolutionModel", "SolutionViews", "ScenePainting",
    "MarkupText",
  ])
house.tests(
  "DiagramLanguagesTests",
  of: ["DiagramLanguages", "DiagramScene", "SolutionModel", "SolutionViews"])
house.tests(
  "PictureExportTests",
  of: ["PictureExport", "ScenePainting", "DiagramScene", "SolutionViews", "MarkupText"])
house.tests(
  "EndToEndTests",
  of: [
    "lintel", "lintel-dev", "LintelKit", "CommandLineTool", "LocalMachine", "MachinePorts",
    "JSONText",
  ])
house.tests(
  "HouseTests",
  of: [
    "ReviewRules", "ReviewEngine", "FindingReports", "SolutionViews", "SolutionReading",
    "CommandLineTool", "LintelKit", "LocalMachine", "MachinePorts", "ArgumentGrammar",
    "SolutionModel", "SourceText", "FigureReports",
  ])

let package = Package(
  name: "lintel",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "LintelKit", targets: ["LintelKit"]),
    .executable(name: "lintel", targets: ["lintel"]),
  ],
  targets: house.targets,
  swiftLanguageModes: [.v6]
)
